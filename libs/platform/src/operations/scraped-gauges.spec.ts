import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';
import { type Readings } from './scraped-gauges.js';

/** The samples of these gauges, and of what counts the failures. */
async function samplesOf({ registry }: Metrics): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => /^(queue|metrics_unread)/.test(line));
}

function metricsThatRead(read: () => Promise<Readings<'queue_length' | 'queue_age'>>, labels?: string[]) {
  const metrics = new Metrics();
  metrics.readAtScrape({ queue_length: 'How many.', queue_age: 'How old.' }, read, labels);
  return metrics;
}

describe('gauges that are read at each scrape', () => {
  it('share one reading', async () => {
    let readings = 0;
    const metrics = metricsThatRead(() => Promise.resolve({ queue_length: (readings += 1), queue_age: 0.5 }));
    expect(await samplesOf(metrics)).toEqual(['queue_length 1', 'queue_age 0.5']);
    expect(await samplesOf(metrics)).toEqual(['queue_length 2', 'queue_age 0.5']);
  });

  it('have one value for each set of labels that there is now', async () => {
    let names = ['a', 'b'];
    const read = () =>
      Promise.resolve({ queue_length: names.map((name) => ({ labels: { name }, value: 7 })) });
    const metrics = metricsThatRead(read, ['name']);
    expect(await samplesOf(metrics)).toEqual(['queue_length{name="a"} 7', 'queue_length{name="b"} 7']);
    names = ['b'];
    expect(await samplesOf(metrics)).toEqual(['queue_length{name="b"} 7']);
  });

  it('have no value when it cannot be read, and the scrape goes on', async () => {
    let away = false;
    const metrics = metricsThatRead(() =>
      away ? Promise.reject(new Error('the database is away')) : Promise.resolve({ queue_length: 1 }),
    );
    expect(await samplesOf(metrics)).toEqual(['queue_length 1']);
    away = true;
    await samplesOf(metrics);
    expect((await samplesOf(metrics)).sort()).toEqual([
      'metrics_unread_total{metric="queue_age"} 1',
      'metrics_unread_total{metric="queue_length"} 1',
    ]);
  });

  it('are not waited for without an end, and not asked for again meanwhile', async () => {
    let readings = 0;
    const metrics = metricsThatRead(() => {
      readings += 1;
      return new Promise(() => {});
    });
    expect(await samplesOf(metrics)).not.toContain('queue_length 0');
    await samplesOf(metrics);
    expect(readings).toBe(1);
  });
});
