#!/usr/bin/env node
/* eslint no-console: off -- what it finds is printed */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { differences, merge, VARIES } from './lib/compare.mjs';
import { Context } from './lib/context.mjs';

const {
  values,
  positionals: [address],
} = parseArgs({
  allowPositionals: true,
  options: {
    record: { type: 'string' },
    compare: { type: 'string' },
    known: { type: 'string' },
    only: { type: 'string' },
    set: { type: 'string', multiple: true },
    times: { type: 'string', default: '3' },
    quiet: { type: 'boolean', default: false },
    server: { type: 'string', default: 'unnamed' },
  },
});
if (!address || (values.record && values.compare)) {
  console.error(
    'Usage: run.mjs <esdb://HOST:PORT?tls=false> [--record FILE | --compare FILE [--known FILE]] [--only NAME] [--set DIR]… [--times N]',
  );
  process.exit(2);
}
const LIMIT_MS = 45_000;
const here = path.dirname(fileURLToPath(import.meta.url));
const sets = values.set ?? ['protocol'];

let current;
process.on('uncaughtException', (error) => {
  if (!current) throw error;
  current.note('uncaught exception', error);
  current.failed?.();
});

const scenarios = await load();
let names = Object.keys(scenarios).filter((name) => !values.only || name.includes(values.only));
if (names.length === 0) {
  console.error('There is no such scenario.');
  process.exit(2);
}

if (values.record) {
  const runs = [];
  for (let run = 0; run < Number(values.times); run++) runs.push(await playAll());
  const old = values.only
    ? JSON.parse(await readFile(values.record, 'utf8').catch(() => '{"scenarios":{}}')).scenarios
    : {};
  const merged = { ...old, ...runs.reduce((one, other) => merge(one, other)) };
  const sorted = Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(
    values.record,
    `${JSON.stringify({ server: values.server, times: runs.length, scenarios: sorted }, null, 1)}\n`,
  );
  const varying = Object.entries(sorted)
    .filter(([, log]) => JSON.stringify(log).includes(VARIES))
    .map(([name]) => name);
  console.log(
    `${names.length} scenarios recorded ${runs.length} times; not the same every time: ${varying.join(', ') || 'none'}.`,
  );
  process.exit(0);
}

const recorded = values.compare && JSON.parse(await readFile(values.compare, 'utf8')).scenarios;
if (recorded) {
  const without = names.filter((name) => !recorded[name]);
  if (without.length > 0) console.error(`Not recorded, hence not played: ${without.join(', ')}.`);
  names = names.filter((name) => recorded[name]);
}
const played = await playAll();
if (!values.compare) {
  console.log(JSON.stringify(played, null, 1));
  process.exit(0);
}
/** Scenarios that may differ, each with the reason; they must. */
const known = values.known ? JSON.parse(await readFile(values.known, 'utf8')) : {};
let same = 0;
let wrong = 0;
for (const name of names) {
  let lines = differences(recorded[name], played[name]);
  // Once more, because on a busy machine an answer and a subscription's message may pass each other.
  if (lines.length > 0 !== name in known) lines = differences(recorded[name], await play(scenarios[name]));
  if (lines.length === 0) same++;
  if (lines.length > 0 === name in known) continue;
  wrong++;
  for (const line of lines) console.log(`${name} | ${line}`);
  if (lines.length === 0)
    console.log(`${name} | is the same as recorded, but stands among the known differences.`);
}
console.log(`${same} of ${names.length} scenarios are the same; ${wrong} are not as expected.`);
process.exit(wrong > 0 ? 1 : 0);

async function load() {
  const all = {};
  for (const set of sets) {
    const dir = path.resolve(here, set, 'scenarios');
    for (const file of (await readdir(dir)).filter((name) => name.endsWith('.mjs')).sort()) {
      const { scenarios: found } = await import(pathToFileURL(path.join(dir, file)).href);
      for (const [name, play] of Object.entries(found)) {
        if (all[name]) throw new Error(`Two scenarios are called ${name}.`);
        all[name] = play;
      }
    }
  }
  return all;
}

async function playAll() {
  const results = {};
  for (const name of names) {
    const started = Date.now();
    results[name] = await play(scenarios[name]);
    if (!(await reachable())) {
      console.error(`The server is gone after the scenario "${name}".`);
      process.exit(2);
    }
    if (!values.quiet && Date.now() - started > 5_000)
      console.error(`${name} took ${Date.now() - started} ms`);
  }
  return results;
}

function reachable() {
  const [, host, port] = /^esdb:\/\/([^/?:]+):(\d+)/.exec(address) ?? [];
  return new Promise((resolve) => {
    const socket = net.connect({ host, port: Number(port ?? 2113) });
    socket
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}

async function play(scenario) {
  const t = new Context(address);
  current = t;
  const limit = new AbortController();
  const crashed = new Promise((resolve) => {
    t.failed = resolve;
  });
  const playing = scenario(t).catch((error) => t.note('the scenario broke off', error));
  const late = sleep(LIMIT_MS, undefined, { signal: limit.signal }).then(
    () => t.note('the scenario', 'did not end in time'),
    () => {},
  );
  await Promise.race([playing, late, crashed]);
  limit.abort();
  const result = t.result();
  await t.close();
  await sleep(1);
  current = undefined;
  return result;
}
