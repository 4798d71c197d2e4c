import { expect, it } from '@jest/globals';
import { routes } from './command-route.js';

const texts = { summary: 'Do it', description: 'It is done.' };

class ShipDto {
  carrier?: string;
}

class DeliverDto {
  packageId: string;
}

class NamelessDto {
  packageId?: string;
}

class WrongDto {
  packageId: number;
}

it('compiles only for a body that makes up its command', () => {
  const parcel = { packageId: 'PKG-1' };
  const made = [
    routes({ deliver: { ...texts, body: DeliverDto, example: parcel } }),
    routes({ ship: { ...texts, body: ShipDto, example: {}, defaults: () => ({ checklistDone: false }) } }),
    // @ts-expect-error: nobody says whether the checklist is done
    routes({ ship: { ...texts, body: ShipDto, example: {} } }),
    // @ts-expect-error: the command needs the package, which the body may leave out
    routes({ deliver: { ...texts, body: NamelessDto, example: {} } }),
    // @ts-expect-error: the command takes no number
    routes({ deliver: { ...texts, body: WrongDto, example: { packageId: 1 } } }),
    // @ts-expect-error: the example has to be a body
    routes({ deliver: { ...texts, body: DeliverDto, example: {} } }),
  ];
  expect(made).toHaveLength(6);
});
