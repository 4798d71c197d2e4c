import { type englishChanges } from './english-changes.js';
import { type Translation } from './translation.js';

const turnedDown = {
  buyer: {
    title: 'Perubahan tidak dilakukan',
    body:
      '{{#fellAway}}Barang yang ingin Anda ubah telah dibatalkan.{{/fellAway}}' +
      '{{^fellAway}}{{#automatically}}Pesanan Anda tetap seperti semula. Alasan: {{reason}}.{{/automatically}}' +
      '{{^automatically}}Penjual menolak perubahan Anda, jadi pesanan tetap seperti semula.{{/automatically}}{{/fellAway}}',
  },
  seller: {
    title: 'Perubahan tidak dilakukan',
    body:
      'Perubahan yang diminta pembeli tidak dilakukan.' +
      '{{^fellAway}} Lanjutkan pesanan apa adanya.{{/fellAway}}',
  },
};

const withdrawn = {
  seller: {
    title: 'Pembeli tidak lagi meminta perubahan',
    body: 'Permintaan ditarik kembali. Pesanan tetap seperti semula.',
  },
};

/** The texts of `english-changes.ts` in Indonesian. */
export const indonesianChanges: Pick<Translation, keyof typeof englishChanges> = {
  'orders.status.address-change-requested.v1': {
    buyer: {
      title: 'Perubahan alamat diajukan',
      body: 'Anda meminta alamat lain. Tidak ada yang dikirim sebelum penjual menjawab.',
    },
    seller: {
      title: 'Pembeli meminta alamat lain',
      body: 'Periksa alamat baru dan jawablah. Jangan kirim sebelum Anda menjawab.',
    },
  },
  'orders.status.address-change-applied.v1': {
    buyer: { title: 'Alamat diubah', body: 'Pesanan Anda dikirim ke alamat baru.' },
    seller: { title: 'Alamat diubah', body: 'Pesanan dikirim ke alamat lain. Gunakan alamat itu.' },
  },
  'orders.status.address-change-rejected.v1': turnedDown,
  'orders.status.address-change-withdrawn.v1': withdrawn,
  'orders.status.lines-change-requested.v1': {
    buyer: {
      title: 'Perubahan diajukan',
      body:
        '{{#awaitsPayment}}Perubahan Anda menambah biaya {{surcharge}}. Perubahan dilakukan setelah biaya itu dibayar.{{/awaitsPayment}}' +
        '{{^awaitsPayment}}Anda meminta perubahan pesanan. Tidak ada yang dikirim sebelum penjual menjawab.{{/awaitsPayment}}',
    },
    seller: {
      title: 'Pembeli meminta perubahan',
      body:
        '{{#awaitsPayment}}Pembeli mengubah pesanan dan harus membayar {{surcharge}} untuk itu. Jangan kirim dulu.{{/awaitsPayment}}' +
        '{{^awaitsPayment}}Pembeli meminta ukuran, warna, atau jumlah lain. Jangan kirim sebelum Anda menjawab.{{/awaitsPayment}}',
    },
  },
  'orders.status.lines-change-approved.v1': {
    buyer: {
      title: 'Perubahan disetujui',
      body: 'Penjual menyetujui perubahan Anda. Perubahan dilakukan setelah {{surcharge}} dibayar.',
    },
  },
  'orders.status.lines-change-applied.v1': {
    buyer: { title: 'Pesanan diubah', body: 'Pesanan Anda diubah sesuai permintaan Anda.' },
    seller: { title: 'Pesanan diubah', body: 'Pembeli mengubah pesanan. Periksa sebelum Anda mengemas.' },
  },
  'orders.status.lines-change-rejected.v1': turnedDown,
  'orders.status.lines-change-withdrawn.v1': withdrawn,
};
