import { describe, expect, it } from '@jest/globals';
import { ApiProperty } from '@nestjs/swagger';
import { picker } from './picker.js';

class PartDto {
  @ApiProperty()
  name: string;
}

class ThingDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ required: false })
  colour?: string;

  @ApiProperty({ type: [PartDto] })
  parts: readonly PartDto[];

  @ApiProperty({ required: false })
  lid?: PartDto;

  @ApiProperty({ type: Object })
  facts: Readonly<Record<string, unknown>>;
}

interface Part {
  readonly name: string;
  readonly cost?: number;
}

interface Thing extends Omit<ThingDto, 'parts' | 'lid'> {
  readonly parts: readonly Part[];
  readonly lid?: Part;
  readonly secret: { readonly key: string };
}

const pick = picker<Thing, ThingDto>(ThingDto, {
  secret: 'nobody needs it',
  'parts.cost': "the seller's own",
  'lid.cost': "the seller's own",
});

describe('a page', () => {
  it('holds what its class describes, at any depth, and nothing else', () => {
    const part = { name: 'lid', cost: 7 };
    const thing: Thing = { id: 'a', parts: [part], lid: part, facts: { any: [part] }, secret: { key: 'k' } };
    expect(pick(thing)).toEqual({
      id: 'a',
      parts: [{ name: 'lid' }],
      lid: { name: 'lid' },
      facts: { any: [part] },
    });
  });

  it('compiles only when every field is shown, or named as hidden', () => {
    const cost = "the seller's own";
    // @ts-expect-error: nobody decided about the secret
    picker<Thing, ThingDto>(ThingDto, { 'parts.cost': cost, 'lid.cost': cost });
    // @ts-expect-error: nobody decided about what a part costs
    picker<Thing, ThingDto>(ThingDto, { secret: 'nobody needs it', 'lid.cost': cost });
    // @ts-expect-error: there is no such field any more
    picker<Part, PartDto>(PartDto, { cost, weight: 'gone' });
    expect(picker<Part, PartDto>(PartDto, { cost })({ name: 'lid' })).toEqual({ name: 'lid' });
  });
});
