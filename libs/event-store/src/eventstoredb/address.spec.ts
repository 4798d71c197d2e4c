import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { EventStoreAddressError, parseAddress } from './address.js';

describe('a connection string', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orders-address-'));
    const [ours, other] = await Promise.all([
      generate([{ name: 'commonName', value: 'localhost' }]),
      generate([{ name: 'commonName', value: 'elsewhere.example' }]),
    ]);
    writeFileSync(file('ca.pem'), ours.cert);
    writeFileSync(file('user.key'), ours.private);
    writeFileSync(file('other.key'), other.private);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names one node, or a cluster by its nodes or its DNS name', () => {
    expect(parseAddress('esdb://db.example')).toMatchObject({
      nodes: ['db.example:2113'],
      cluster: false,
      user: undefined,
      tls: {},
      nodePreference: 'leader',
    });
    expect(parseAddress('kurrentdb://127.0.0.1:2114?tls=false')).toMatchObject({
      nodes: ['127.0.0.1:2114'],
      tls: undefined,
    });
    expect(parseAddress('esdb://a:1,b:2,[::1]:3?nodePreference=Follower')).toMatchObject({
      nodes: ['a:1', 'b:2', '[::1]:3'],
      cluster: true,
      nodePreference: 'follower',
    });
    expect(parseAddress('kurrentdb+discover://cluster.example/?keepaliveinterval=20000')).toMatchObject({
      nodes: ['cluster.example:2113'],
      cluster: true,
      keepAliveIntervalMs: 20_000,
    });
  });

  it('has user and password, in which characters may be codes', () => {
    expect(parseAddress('esdb://ayu:se%40c%2Fret@db.example').user).toEqual({
      name: 'ayu',
      password: 'se@c/ret',
    });
  });

  it('names files, whose content it holds', () => {
    const { tls } = parseAddress(
      `esdb://db.example?tlsCAFile=${file('ca.pem')}&userCertFile=${file('ca.pem')}&userKeyFile=${file('user.key')}`,
    );
    expect(Object.keys(tls ?? {})).toEqual(['authority', 'certificate', 'key']);
  });

  it.each([
    ['esdb://ayu:s3cr@t@db.example:2113', 'of the form'],
    ['esdb://ayu:s3cr#t@db.example:2113', 'of the form'],
    ['kafka://ayu:s3cr@db.example:2113', 'of the form'],
    ['esdb://ayu:s3cr%@db.example:2113', 'write a % itself as %25'],
    ['esdb://ayu:s3cr@db.example:port', 'port number'],
    ['esdb://ayu:s3cr@db.example?tlsVerifyCert=false', '"tlsVerifyCert"'],
    ['esdb://ayu:s3cr@db.example?throwOnAppendFailure=false', '"throwOnAppendFailure"'],
    ['esdb://ayu:s3cr@db.example?tls=perhaps', 'true or false'],
    ['esdb://ayu:s3cr@db.example?nodePreference=nearest', 'leader or follower'],
    ['esdb://ayu:s3cr@db.example?keepAliveInterval=soon', 'whole number'],
    ['esdb://ayu:s3cr@db.example?tlsCAFile=/nowhere/ca.pem', 'File was not found'],
    ['esdb://ayu:s3cr@db.example?tlsCAFile=user.key', 'holds no certificate'],
    ['esdb://ayu:s3cr@db.example?userCertFile=ca.pem', 'go together'],
    ['esdb://ayu:s3cr@db.example?userCertFile=ca.pem&userKeyFile=ca.pem', 'holds no private key'],
    ['esdb://ayu:s3cr@db.example?userCertFile=ca.pem&userKeyFile=other.key', 'does not belong'],
  ])('is refused as %s, and keeps the password to itself', (address, reason) => {
    const named = address.replace(/(?<=File=)(?=\w)/g, `${folder}/`);
    let refusal: unknown;
    try {
      parseAddress(named);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(EventStoreAddressError);
    expect((refusal as Error).message).toContain(reason);
    expect(inspect(refusal)).not.toContain('s3cr');
  });
});
