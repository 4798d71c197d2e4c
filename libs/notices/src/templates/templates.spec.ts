import { describe, expect, it } from '@jest/globals';
import Mustache from 'mustache';
import { noticeKinds } from '../notice.js';
import { languages, templates } from './languages.js';
import { type Occasion } from './template.js';

const occasions = Object.keys(templates.en) as Occasion[];

/** What a template names: values, and sections under which condition. */
const names = (template: string): string[] =>
  (Mustache.parse(template) as unknown as [type: string, name: string, ...unknown[]][])
    .filter(([type]) => type !== 'text')
    .map(([type, name]) => `${type} ${name}`)
    .sort();

describe.each(languages)('the texts in %s', (language) => {
  it.each(occasions)('tell of %s whom English tells, with the same facts', (occasion) => {
    const { en, [language]: own } = templates;
    expect(Object.keys(own[occasion])).toEqual(Object.keys(en[occasion]));
    for (const audience of ['buyer', 'seller'] as const) {
      const [english, translated] = [en[occasion][audience], own[occasion][audience]];
      if (english === undefined || translated === undefined) continue;
      expect(names(translated.title)).toEqual(names(english.title));
      expect(names(translated.body)).toEqual(names(english.body));
      expect(translated.title.trim().length).toBeGreaterThan(0);
    }
  });
});

it('every kind of notice has a text, and every text a kind', () => {
  const kinds = occasions.map((occasion) => occasion.split('.')[2] ?? occasion);
  expect(kinds.sort()).toEqual([...noticeKinds].sort());
});
