import { type Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';
import { rebuild, type RebuildProgress } from '@app/read-models';
import { CommandFailure } from './command-failure.js';
import { countOf } from './count-of.js';
import { type Terminal } from './terminal.js';
import { withEngines } from './with-engines.js';
import { writeLines } from './write-lines.js';

export interface RebuildCommandOptions {
  readonly dryRun?: true;
}

/**
 * Builds the read models anew beside the live ones and puts them in their place, or only says whether it would. Throws a
 * CommandFailure, and changes nothing, where what was built is not what the log says, or somebody else rebuilds them.
 */
export async function rebuildReadModels(
  { dryRun }: RebuildCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const began = performance.now();
  const steps = new Steps(terminal.err);
  const rebuilt = await withEngines(terminal, ({ database: { pool }, eventStore, logIdentity }) =>
    rebuild({
      pool,
      eventStore,
      verifyLog: () => logIdentity.claim(),
      dryRun,
      signal: new AbortController().signal,
      onProgress: (progress) => steps.show(progress),
    }),
  ).finally(() => steps.end());
  if (rebuilt.kind === 'busy')
    throw new CommandFailure(
      'Somebody else rebuilds the read models: another call of this command, or the projector for a new version.',
    );
  if (rebuilt.kind === 'different') {
    await writeLines(
      terminal.out,
      rebuilt.differences.map((difference) => JSON.stringify(difference)),
    );
    throw new CommandFailure(
      `What was built differs from the log in ${countOf(rebuilt.differences.length, 'place')}, listed above; ` +
        'the read models stay as they were. Report it.',
    );
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  const built = `${countOf(rebuilt.orders, 'order')} in ${countOf(seconds, 'second')}`;
  await writeLines(terminal.out, [
    rebuilt.kind === 'replaced'
      ? `Rebuilt ${built}: the read models are what the log says.`
      : `Built ${built}, as the log says, and dropped it: the read models stay as they were.`,
  ]);
}

/** Shows how far each step has come, as long as the stream is a terminal. */
class Steps {
  private bar: SingleBar | undefined;
  private step: RebuildProgress['step'] | undefined;
  private began = 0;

  constructor(private readonly stream: Writable) {}

  show({ step, orders, part }: RebuildProgress): void {
    if (step !== this.step) this.begin(step);
    const rate = Math.round((1000 * orders) / (performance.now() - this.began));
    this.bar?.update(Math.round(100 * part), { orders, rate });
  }

  end(): void {
    this.bar?.stop();
  }

  private begin(step: RebuildProgress['step']): void {
    this.end();
    [this.step, this.began] = [step, performance.now()];
    const format = `${step} {bar} {percentage} %, {orders} orders, {rate}/s, {eta_formatted} left`;
    this.bar = new SingleBar({ stream: this.stream, format }, Presets.shades_classic);
    this.bar.start(100, 0, { orders: 0, rate: 0 });
  }
}
