import { Id } from '../../fields/text-fields.js';

/** Which payment provider a report is about. */
export const Provider = () =>
  Id({
    optional: true,
    description: "The payment provider's name: its own where it reports itself and leaves it out.",
  });
