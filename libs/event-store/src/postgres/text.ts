/**
 * Names as PostgreSQL keeps them. Its text has no NUL, EventStoreDB's names may: it is written as the noncharacter
 * U+FFFF and a 0, and U+FFFF itself twice. Character by character, so that what begins a name begins it there, too.
 */
export const toText = (name: string): string =>
  name.replace(/[\0\uffff]/g, (character) => (character === '\0' ? '\uffff0' : '\uffff\uffff'));

export const fromText = (text: string): string =>
  text.includes('\uffff')
    ? text.replace(/\uffff([0\uffff])/g, (_, code) => (code === '0' ? '\0' : '\uffff'))
    : text;
