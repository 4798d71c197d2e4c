import { expect, test } from '@jest/globals';
import { languageOf } from './language.js';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['id', 'id'],
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['en-US,en;q=0.9,id;q=0.8', 'en'],
  ['en;q=0.1, id;q=0.2', 'id'],
  ['id;q=0, en;q=0.5', 'en'],
  // What Java and old Android call Indonesian.
  ['in-ID', 'id'],
  ['fr, de;q=0.9', 'en'],
  ['fr, id;q=0.5', 'id'],
  ['*', 'en'],
  ['no tag at all;;;q=', 'en'],
  ['id;q=much', 'en'],
])('of %j is %s', (header, language) => expect(languageOf(header)).toBe(language));
