/** What stands around a notice where it comes by mail. */
export const mails = {
  'mail.open': 'Show the order',
  'mail.why':
    'You get this mail because of your settings for notices. You can choose there which mails you get, or none:',
} as const;
