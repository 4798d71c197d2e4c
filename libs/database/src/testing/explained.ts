import { Pool } from 'pg';

/** What the server did for one statement, as auto_explain reports it. */
export interface Plan {
  readonly text: string;
  readonly nodes: readonly PlanNode[];
  /** Pages of 8 kB that were looked at. */
  readonly buffers: number;
}

/** A step of a plan. Rows are those of all its rounds together. */
export interface PlanNode {
  readonly type: string;
  readonly relation?: string;
  readonly index?: string;
  readonly rows: number;
  /** Rows that were read for nothing. */
  readonly removed: number;
}

/** A pool of one connection that notes the plan of every statement as it really ran, those within functions too. */
export interface ExplainingPool {
  readonly pool: Pool;
  /** The plans of the work, in the order in which the statements ended. */
  plansOf(work: (pool: Pool) => Promise<unknown>): Promise<Plan[]>;
  end(): Promise<void>;
}

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': 0,
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
};

/** Most rows that a step may read to answer with a page of twenty; and that it may sort, or read without an index. */
const mostRead = 1_000;
const mostSorted = 500;

/** The steps that read or sort more than they should, in words. */
export const wasteOf = (plans: readonly Plan[]): string[] =>
  plans.flatMap(({ text, nodes }) =>
    nodes
      .filter(
        ({ type, rows, removed }) => rows + removed > (/Seq Scan|Sort$/.test(type) ? mostSorted : mostRead),
      )
      .map((node) => `${JSON.stringify(node)} of ${text}`),
  );

/** The indexes that were used, and the tables that were read without one. */
export const readOf = (plans: readonly Plan[]): string[] =>
  plans.flatMap(({ nodes }) => nodes.flatMap(({ index, relation }) => index ?? relation ?? []));

/** Needs a superuser's URL. */
export function explainingPool(url: string): ExplainingPool {
  const explained = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  explained.searchParams.set('options', [explained.searchParams.get('options'), ...options].join(' '));
  const pool = new Pool({ connectionString: explained.href, max: 1 });
  let plans: Plan[] = [];
  pool.on('connect', (client) =>
    client.on('notice', ({ message = '' }) => {
      const [, plan] = /^duration: .* plan:\n([^]*)$/.exec(message) ?? [];
      if (plan !== undefined) plans.push(readPlan(JSON.parse(plan)));
    }),
  );
  return {
    pool,
    async plansOf(work) {
      plans = [];
      await work(pool);
      return plans;
    },
    end: () => pool.end(),
  };
}

/** EXPLAIN's own words for a step: https://www.postgresql.org/docs/18/using-explain.html */
interface Explained {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Explained[];
}

function readPlan(message: { readonly 'Query Text': string; readonly Plan: Explained }): Plan {
  const root = message.Plan;
  return {
    text: message['Query Text'],
    nodes: nodesOf(root),
    buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
  };
}

const nodesOf = (step: Explained): PlanNode[] => [
  {
    type: step['Node Type'],
    relation: step['Relation Name'],
    index: step['Index Name'],
    rows: Math.round(step['Actual Rows'] * step['Actual Loops']),
    removed: Math.round((step['Rows Removed by Filter'] ?? 0) * step['Actual Loops']),
  },
  ...(step.Plans ?? []).flatMap(nodesOf),
];
