import { type Settings } from './settings.js';
import { type WrongVariable } from './settings-error.js';

type Name = keyof Settings;

/** What is wrong with variables that are each right by themselves. */
export function togetherRules(settings: Settings): WrongVariable[] {
  const isSet = (name: Name): boolean => settings[name] !== undefined;
  const needs = (name: Name, other: Name): WrongVariable[] =>
    isSet(name) && !isSet(other) ? [{ name: other, found: `not set beside ${name}`, allowed: 'both' }] : [];
  const needsTls = (name: Name): WrongVariable[] =>
    isSet(name) && !settings.KAFKA_TLS
      ? [{ name: 'KAFKA_TLS', found: `false beside ${name}`, allowed: 'true' }]
      : [];
  return [
    ...(isSet('AUTH_SECRET') && isSet('AUTH_JWKS_URL')
      ? [{ name: 'AUTH_JWKS_URL', found: 'set beside AUTH_SECRET', allowed: 'one of the two' }]
      : []),
    ...needs('KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME'),
    ...needs('KAFKA_SASL_MECHANISM', 'KAFKA_SASL_PASSWORD'),
    ...needs('KAFKA_SASL_USERNAME', 'KAFKA_SASL_MECHANISM'),
    ...needs('KAFKA_CERT_FILE', 'KAFKA_KEY_FILE'),
    ...needs('KAFKA_KEY_FILE', 'KAFKA_CERT_FILE'),
    ...needs('SMTP_URL', 'MAIL_FROM'),
    ...needs('SMTP_URL', 'PUBLIC_URL'),
    ...needsTls('KAFKA_CA_FILE'),
    ...needsTls('KAFKA_CERT_FILE'),
  ];
}
