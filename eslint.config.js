import json from '@eslint/json';
import markdown from '@eslint/markdown';
import { defineConfig, globalIgnores } from 'eslint/config';
import markdownLinks from 'eslint-plugin-markdown-links';
import importSort from 'eslint-plugin-simple-import-sort';
import yml from 'eslint-plugin-yml';
import tseslint from 'typescript-eslint';

/** What a script finds without an import. */
const ofNode = Object.fromEntries(
  [...Object.getOwnPropertyNames(globalThis), 'require', 'module'].map((name) => [name, 'readonly']),
);

/** Reads each line of an NDJSON file as a JSON document of its own. */
const lines = {
  preprocess: (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line, index) => ({ text: line, filename: `${index}.json` })),
  postprocess: (messages) =>
    messages.flatMap((ofLine, index) => ofLine.map((message) => ({ ...message, line: index + 1 }))),
};

const code = ['**/*.{ts,js,cjs,mjs}'];

export default defineConfig(
  globalIgnores(['dist/', 'data/', '.local/', 'coverage/', 'package-lock.json']),
  { files: code, extends: [tseslint.configs.recommended] },
  {
    files: code,
    plugins: { 'simple-import-sort': importSort },
    rules: {
      // Node, packages, libraries of this house, then the file's neighbours from far to near.
      'simple-import-sort/imports': [
        'error',
        { groups: [['^\\u0000', '^node:', '^(?!@app/)@?\\w', '^@app/', '^\\.\\.', '^\\.']] },
      ],
      'no-duplicate-imports': 'error',
    },
  },
  {
    files: code,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An unawaited promise is a lost write or a swallowed failure.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    // The domain knows no clock and no chance: time and ids arrive with the command.
    files: ['libs/ordering/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'crypto',
        'performance',
        'setTimeout',
        'setInterval',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Date', property: 'now' },
      ],
      'no-restricted-syntax': [
        'error',
        'NewExpression[callee.name="Date"][arguments.length=0]',
        {
          selector: 'BinaryExpression[operator="*"][right.name=/^(minute|hour|day)$/]:has(Literal)',
          message: 'How long something may take is a term of the policy; see policy-duration.ts.',
        },
      ],
    },
  },
  {
    // Nest reads constructor parameter types at run time, so they must stay value imports.
    files: ['apps/**/*.ts', 'libs/platform/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Tools read these as they are: they belong to no project of the compiler.
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: ofNode },
    // The compiler says so of TypeScript.
    rules: { 'no-undef': 'error' },
  },
  { files: ['**/*.json'], language: 'json/json', extends: [json.configs.recommended] },
  // What the server said, also beyond the numbers that are exact.
  { files: ['**/recording.json'], rules: { 'json/no-unsafe-values': 'off' } },
  { files: ['**/*.ndjson'], plugins: { ndjson: { processors: { lines } } }, processor: 'ndjson/lines' },
  {
    files: ['**/*.md'],
    language: 'markdown/gfm',
    extends: [markdown.configs.recommended, markdownLinks.configs.recommended],
  },
  {
    files: ['**/*.{yml,yaml}'],
    extends: [yml.configs.recommended, yml.configs.prettier],
    // Compose names a volume without saying anything of it.
    rules: { 'yml/no-empty-mapping-value': 'off' },
  },
);
