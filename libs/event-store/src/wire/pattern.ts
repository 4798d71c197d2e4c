import { RE2JS } from 're2js';
import { unknownRequest } from './invalid-request.js';

/** Instructions of a compiled pattern: each letter of a name costs at most so many steps. */
const MAX_PROGRAM = 1_000;
/** Each takes some milliseconds to be written out. */
const MAX_SUBTRACTIONS = 5;
/** .NET looks at names by units of UTF-16. */
const LAST_CODE = 0xffff;

/** What RE2 says otherwise than .NET, whose patterns clients write for EventStoreDB. */
const NAMED_GROUP = /^\(\?'(\w+)'/;
const ATOMIC_GROUP = /^\(\?>([\w\s-]*)\)/;
const SUBTRACTION = /^\[((?:\\.|[^\]\\[])*)-\[((?:\\.|[^\]\\[])*)\]\]/;

/**
 * A client's regular expression, matched in linear time whatever it is. .NET's named groups, atomic groups of letters
 * and subtraction of classes are understood; what cannot be matched so (look-around, references back, other atomic
 * groups) is refused. Throws InvalidRequest.
 */
export function toPattern(expression: string): RE2JS {
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(fromDotNet(expression), RE2JS.LOOKBEHINDS);
  } catch (error) {
    throw unknownRequest(`The filter's regular expression cannot be used: ${(error as Error).message}`);
  }
  if (pattern.programSize() > MAX_PROGRAM)
    throw unknownRequest("The filter's regular expression repeats too much to be used.");
  return pattern;
}

function fromDotNet(expression: string): string {
  let rest = expression;
  let translated = '';
  let subtractions = 0;
  const take = (length: number, replacement = rest.slice(0, length)) => {
    translated += replacement;
    rest = rest.slice(length);
  };
  while (rest !== '') {
    const [named, name] = NAMED_GROUP.exec(rest) ?? [];
    const [atomic, letters] = ATOMIC_GROUP.exec(rest) ?? [];
    const [subtraction, from = '', without = ''] = SUBTRACTION.exec(rest) ?? [];
    if (named) take(named.length, `(?<${name}>`);
    else if (atomic) take(atomic.length, `(?:${letters})`);
    else if (subtraction) {
      if (++subtractions > MAX_SUBTRACTIONS) throw new Error('it subtracts too many classes');
      take(subtraction.length, difference(from, without));
    } else take(/^\\[^]|^\[\^?\]?(?:\\[^]|[^\]\\])*\]|^[^]/.exec(rest)?.[0].length ?? 1);
  }
  return translated;
}

/** RE2 has no difference of classes: all letters that are in the one and not in the other. */
function difference(from: string, without: string): string {
  const [inFrom, inWithout] = [new RegExp(`[${from}]`, 'u'), new RegExp(`[${without}]`, 'u')];
  const ranges: [number, number][] = [];
  for (let code = 0; code <= LAST_CODE; code++) {
    const letter = String.fromCharCode(code);
    if (!inFrom.test(letter) || inWithout.test(letter)) continue;
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => `\\x{${code.toString(16)}}`;
  // A class must have a letter; what is in none is none.
  if (ranges.length === 0) return '[^\\x{0}-\\x{10ffff}]';
  return `[${ranges.map(([first, last]) => `${hex(first)}-${hex(last)}`).join('')}]`;
}
