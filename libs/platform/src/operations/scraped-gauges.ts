import { setTimeout } from 'node:timers/promises';
import { Counter, Gauge, type Registry } from 'prom-client';

/** What gauges stand at: a value, or one for each set of labels; a gauge that is left out has none. */
export type Readings<Name extends string> = Readonly<
  Partial<Record<Name, number | readonly LabelledValue[]>>
>;

export interface LabelledValue {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Milliseconds that a scrape waits for what it asks. */
const timeoutMs = 2000;

/** Gauges whose values have to be asked for. */
export class ScrapedGauges {
  private readonly unread: Counter<'metric'>;

  constructor(private readonly registry: Registry) {
    this.unread = new Counter({
      name: 'metrics_unread_total',
      help: 'Scrapes in which the value of a metric could not be read.',
      labelNames: ['metric'],
      registers: [registry],
    });
  }

  add<Name extends string>(
    gauges: Readonly<Record<Name, string>>,
    read: () => Promise<Readings<Name>>,
    labelNames: readonly string[],
  ): void {
    // One reading for all gauges of a scrape; as long as it hangs, no further one begins.
    let reading: Promise<Readings<Name>> | undefined;
    const readOnce = () =>
      (reading ??= Promise.resolve()
        // Not before all others of the scrape have been looked at: the reading itself would show in them.
        .then(read)
        .finally(() => (reading = undefined)));
    for (const name of Object.keys(gauges) as Name[]) {
      const gauge: Gauge = new Gauge({
        name,
        help: gauges[name],
        labelNames,
        registers: [this.registry],
        collect: async () => {
          const readings = await inTime(readOnce());
          if (readings === undefined) this.unread.inc({ metric: name });
          show(gauge, readings?.[name]);
        },
      });
    }
  }
}

const inTime = <T>(reading: Promise<T>): Promise<T | undefined> =>
  Promise.race([reading.catch(() => undefined), setTimeout(timeoutMs, undefined, { ref: false })]);

function show(gauge: Gauge, reading: number | readonly LabelledValue[] = []): void {
  gauge.reset();
  // A reset gauge without labels stands at 0, which would be a lie.
  gauge.remove({});
  const values = typeof reading === 'number' ? [{ labels: {}, value: reading }] : reading;
  for (const { labels, value } of values) gauge.set({ ...labels }, value);
}
