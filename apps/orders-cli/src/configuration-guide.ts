import { describedVariables, Settings, type Variable } from '@app/platform';

const introduction = `# Configuration

Every process reads the same environment variables; an empty one counts as unset. A wrong value stops the start with
the variable's name, what was found and what is allowed. \`npm run orders -- config\` prints what is in force; of
passwords and secrets it shows nothing, and neither do logs.

This page is what \`npm run --silent orders -- config --guide\` prints; a test holds it to the code.
`;

/** docs/configuration.md: what an operator may set, out of the settings themselves. */
export function configurationGuide(): string {
  const all = [...describedVariables()];
  const sections = [...new Set(all.map(([, { section }]) => section))];
  const tables = sections.map((title) =>
    tableOf(
      title,
      all.filter(([, { section }]) => section === title),
    ),
  );
  return [introduction, ...tables].join('\n');
}

const tableOf = (title: string, variables: readonly (readonly [string, Variable])[]): string =>
  [
    `## ${title}`,
    '',
    '| variable | meaning | allowed | where it is not set |',
    '| --- | --- | --- | --- |',
    ...variables.map(
      ([name, { meaning, allowed }]) => `| \`${name}\` | ${meaning} | ${allowed} | ${defaultOf(name)} |`,
    ),
    '',
  ].join('\n');

function defaultOf(name: string): string {
  const value = new Settings()[name as keyof Settings];
  return value === undefined ? describedVariables().get(name)!.unset! : `\`${String(value)}\``;
}
