import { type Engines } from '@app/engines';
import { type Actor, type NamedActor } from '@app/ordering';

/** The actor as orders know it: of a carrier, with the names that packages bear. */
export const namedActor = async ({ partners }: Engines, actor: Actor): Promise<NamedActor> => ({
  ...actor,
  names: await partners.namesOf(actor),
});
