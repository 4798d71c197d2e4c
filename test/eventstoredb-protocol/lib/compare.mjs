export const VARIES = '(varies)';

/** Keeps what both have, and marks the rest. */
export function merge(one, other) {
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.map((item, index) => merge(item, other[index]));
  }
  if (isObject(one) && isObject(other) && Object.keys(one).join() === Object.keys(other).join()) {
    return Object.fromEntries(Object.keys(one).map((key) => [key, merge(one[key], other[key])]));
  }
  return VARIES;
}

const RANK = /\bp(\d+)\b/g;

/** Positions are told apart by their order only: the ranks of one run must grow with those of the other. */
class Ranks {
  constructor() {
    this.pairs = new Map();
  }

  agree(recorded, played) {
    const [ours, theirs] = [recorded, played].map((text) =>
      [...text.matchAll(RANK)].map((match) => Number(match[1])),
    );
    const pairs = ours.map((rank, index) => [rank, theirs[index]]);
    const fits = pairs.every(([one, other]) =>
      [...this.pairs, ...pairs].every(([a, b]) => Math.sign(a - one) === Math.sign(b - other)),
    );
    if (fits) for (const [one, other] of pairs) this.pairs.set(one, other);
    return fits;
  }
}

let ranks = new Ranks();

function sameText(expected, seen) {
  if (expected === seen && !RANK.test(expected)) return true;
  RANK.lastIndex = 0;
  return expected.replace(RANK, 'p') === seen.replace(RANK, 'p') && ranks.agree(expected, seen);
}

/** One line per step that is not as recorded. */
export function differences(recorded, played) {
  if (recorded === VARIES) return [];
  ranks = new Ranks();
  const lines = [];
  for (let index = 0; index < Math.max(recorded.length, played.length); index++) {
    const [label, expected] = recorded[index] ?? ['(no step)', 'nothing'];
    const [playedLabel, seen] = played[index] ?? ['(no step)', 'nothing'];
    if (label !== playedLabel && label !== VARIES) {
      lines.push(`step ${index + 1}: recorded "${label}", played "${playedLabel}" ${JSON.stringify(seen)}`);
    } else {
      const found = firstDifference(expected, seen, '');
      if (found) lines.push(`${label}${found}`);
    }
  }
  return lines;
}

function firstDifference(expected, seen, at) {
  if (expected === VARIES) return undefined;
  if (typeof expected === 'string' && typeof seen === 'string' && sameText(expected, seen)) return undefined;
  if (typeof expected !== 'object' && expected === seen && typeof expected !== 'string') return undefined;
  if (expected === null && seen === null) return undefined;
  if (Array.isArray(expected) && Array.isArray(seen)) {
    if (expected.length === seen.length) {
      for (const [index, item] of expected.entries()) {
        const found = firstDifference(item, seen[index], `${at}[${index}]`);
        if (found) return found;
      }
      return undefined;
    }
    const index = expected.findIndex((item, nr) => firstDifference(item, seen[nr], ''));
    const from = index < 0 ? expected.length : index;
    return `${at}: recorded ${expected.length} entries, played ${seen.length}; from [${from}]: recorded ${short(expected.slice(from, from + 3))}, played ${short(seen.slice(from, from + 3))}`;
  }
  if (isObject(expected) && isObject(seen)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(seen)])) {
      const found = firstDifference(expected[key], seen[key], `${at}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
  return `${at}: recorded ${short(expected)}, played ${short(seen)}`;
}

function short(value) {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
