import { domainGuide } from './domain-guide.js';
import { type Terminal } from './terminal.js';
import { writeLines } from './write-lines.js';

/** Prints the life of an order: its statuses, commands and timers. */
export const lifecycleGuide = ({ out }: Terminal): Promise<void> =>
  writeLines(out, [domainGuide().trimEnd()]);
