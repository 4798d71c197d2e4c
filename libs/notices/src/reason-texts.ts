import {
  type CancellationReason,
  type ChangeRejection,
  type ClaimKind,
  type DelayCause,
  type RefundFailure,
  type RefundReason,
  type ReturnReason,
} from '@app/ordering';
import { type Language } from './templates/languages.js';

export type Reason =
  CancellationReason | ChangeRejection | ReturnReason | RefundReason | ClaimKind | RefundFailure;

const english: Readonly<Record<Reason, string>> = {
  'changed-mind': 'the buyer changed their mind',
  'wrong-address': 'the address was wrong',
  'found-cheaper': 'the buyer found it cheaper',
  'out-of-stock': 'out of stock',
  unpaid: 'it was not paid in time',
  'not-shipped': 'the seller did not send it in time',
  'suspected-fraud': 'suspected fraud',
  damaged: 'damaged',
  'wrong-item': 'wrong item',
  'not-as-described': 'not as described',
  'missing-parts': 'parts are missing',
  'no-longer-wanted': 'no longer wanted',
  cancelled: 'items were cancelled',
  declined: 'the seller declined it',
  unanswered: 'the seller did not answer in time',
  changed: 'the order was changed',
  'paid-after-cancellation': 'it was paid after it was cancelled',
  overpaid: 'more was paid than was due',
  returned: 'items were sent back',
  'partial-refund': 'you keep the items',
  claim: 'your claim was granted',
  goodwill: 'goodwill of the marketplace',
  'account-closed': 'the account is closed',
  'card-expired': 'the card has expired',
  'declined-by-bank': 'the bank declined it',
  'provider-error': 'the payment provider has a problem',
  'not-received': 'not received',
  other: 'other',
};

const indonesian: Readonly<Record<Reason, string>> = {
  'changed-mind': 'pembeli berubah pikiran',
  'wrong-address': 'alamat salah',
  'found-cheaper': 'pembeli menemukan harga yang lebih murah',
  'out-of-stock': 'stok habis',
  unpaid: 'tidak dibayar tepat waktu',
  'not-shipped': 'penjual tidak mengirimkannya tepat waktu',
  'suspected-fraud': 'dugaan penipuan',
  damaged: 'rusak',
  'wrong-item': 'barang salah',
  'not-as-described': 'tidak sesuai deskripsi',
  'missing-parts': 'ada bagian yang kurang',
  'no-longer-wanted': 'tidak diinginkan lagi',
  cancelled: 'barang dibatalkan',
  declined: 'penjual menolaknya',
  unanswered: 'penjual tidak menjawab tepat waktu',
  changed: 'pesanan diubah',
  'paid-after-cancellation': 'dibayar setelah dibatalkan',
  overpaid: 'pembayaran melebihi yang harus dibayar',
  returned: 'barang dikembalikan',
  'partial-refund': 'Anda menyimpan barangnya',
  claim: 'klaim Anda dikabulkan',
  goodwill: 'iktikad baik marketplace',
  'account-closed': 'rekening sudah ditutup',
  'card-expired': 'kartu sudah kedaluwarsa',
  'declined-by-bank': 'ditolak oleh bank',
  'provider-error': 'penyedia pembayaran mengalami gangguan',
  'not-received': 'tidak diterima',
  other: 'lainnya',
};

/** Reasons as people read them. */
export const reasonTexts: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  en: english,
  id: indonesian,
};

/** Why something is late; of a cause that is "other" nothing is said. */
export const delayCauseTexts: Readonly<Record<Language, Readonly<Record<DelayCause, string | undefined>>>> = {
  en: {
    'out-of-stock': 'the goods have to be restocked',
    'late-dispatch': 'the seller needs longer to send it',
    carrier: 'the carrier is late',
    weather: 'the weather',
    customs: 'the customs',
    'wrong-address': 'the address has to be checked',
    holidays: 'holidays',
    other: undefined,
  },
  id: {
    'out-of-stock': 'stok barang harus diisi kembali',
    'late-dispatch': 'penjual butuh waktu lebih lama untuk mengirim',
    carrier: 'kurir terlambat',
    weather: 'cuaca',
    customs: 'bea cukai',
    'wrong-address': 'alamat harus diperiksa',
    holidays: 'hari libur',
    other: undefined,
  },
};
