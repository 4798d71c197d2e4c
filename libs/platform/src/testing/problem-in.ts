import { expect } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Problem } from '../http/problem.js';

/** The problem in an answer, which has to be one in every respect, with the answer's headers and text. */
export async function problemIn(answer: ReturnType<NestFastifyApplication['inject']>) {
  const { statusCode, headers, body: text } = await answer;
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({ status: statusCode, type: `urn:problem:${problem.code}` });
  return { ...problem, headers, text };
}
