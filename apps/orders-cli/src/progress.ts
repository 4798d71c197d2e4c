import { type Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far long work has come, as long as `stream` is a terminal. */
export interface Progress {
  advance(): void;
  end(): void;
}

export function showProgress(stream: Writable, what: string, total: number): Progress {
  const bar = new SingleBar(
    { stream, format: `${what} {bar} {value}/{total}, {eta_formatted} left`, etaBuffer: 1000 },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { advance: () => bar.increment(), end: () => bar.stop() };
}
