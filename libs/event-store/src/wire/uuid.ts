import shared from '@eventstore/db-client/generated/shared_pb.js';
import { InvalidRequest } from './invalid-request.js';

const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

/** Clients send ids as text or as two signed halves. */
export function fromUuid(uuid: shared.UUID | undefined): string {
  const id = uuid?.hasStructured() ? fromHalves(uuid.getStructured()) : uuid?.getString();
  if (id === undefined || !UUID.test(id)) throw new InvalidRequest(`'${id ?? ''}' is not a valid UUID.`);
  return id.toLowerCase();
}

export function toUuid(id: string, structured: boolean): shared.UUID {
  const uuid = new shared.UUID();
  if (!structured) return uuid.setString(id);
  const bits = id.replaceAll('-', '');
  return uuid.setStructured(
    new shared.UUID.Structured()
      .setMostSignificantBits(signed(bits.slice(0, 16)))
      .setLeastSignificantBits(signed(bits.slice(16))),
  );
}

function fromHalves(halves: shared.UUID.Structured | undefined): string {
  const hex = [halves?.getMostSignificantBits(), halves?.getLeastSignificantBits()]
    .map((half) =>
      BigInt.asUintN(64, BigInt(half ?? 0))
        .toString(16)
        .padStart(16, '0'),
    )
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signed(hex: string): string {
  return BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
}
