import { Counter, Histogram, type Registry } from 'prom-client';

/** How many commands come, what they come to, and how long that takes. */
export class CommandMetrics {
  private readonly outcomes: Counter<'type' | 'outcome'>;
  private readonly durations: Histogram<'type'>;
  private readonly conflicts: Counter<'type'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.outcomes = new Counter({
      name: 'order_commands_total',
      help: 'Commands by type and outcome: accepted, the code of the refusal, or failed.',
      labelNames: ['type', 'outcome'],
      registers,
    });
    this.durations = new Histogram({
      name: 'order_command_duration_seconds',
      help: 'Time from a command to its outcome, with its events durable in the log.',
      labelNames: ['type'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.conflicts = new Counter({
      name: 'order_append_conflicts_total',
      help: 'Appends that somebody else was ahead of, after which the command was decided again.',
      labelNames: ['type'],
      registers,
    });
  }

  conflict(type: string): void {
    this.conflicts.inc({ type });
  }

  finished(type: string, outcome: string, milliseconds: number): void {
    this.outcomes.inc({ type, outcome });
    this.durations.observe({ type }, milliseconds / 1000);
  }
}
