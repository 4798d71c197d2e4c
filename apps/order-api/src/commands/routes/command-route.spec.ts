import { expect, it } from '@jest/globals';
import { routes } from './command-route.js';

const told = { summary: 'Do it', description: 'It is done.' };

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
    routes({ deliver: { ...told, body: DeliverDto, example: parcel } }),
    routes({ ship: { ...told, body: ShipDto, example: {}, defaults: () => ({ checklistDone: false }) } }),
    // @ts-expect-error: nobody says whether the checklist is done
    routes({ ship: { ...told, body: ShipDto, example: {} } }),
    // @ts-expect-error: the command needs the package, which the body may leave out
    routes({ deliver: { ...told, body: NamelessDto, example: {} } }),
    // @ts-expect-error: the command takes no number
    routes({ deliver: { ...told, body: WrongDto, example: { packageId: 1 } } }),
    // @ts-expect-error: the example has to be a body
    routes({ deliver: { ...told, body: DeliverDto, example: {} } }),
  ];
  expect(made).toHaveLength(6);
});
