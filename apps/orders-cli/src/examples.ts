/** The part of a command's help that shows how it is called. */
export const examples = (...calls: string[]): string =>
  ['', 'Examples:', ...calls.map((call) => `  npm run orders -- ${call}`)].join('\n');
