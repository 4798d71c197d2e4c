import { type caseEnglish } from './case-english.js';
import { type TranslationOf } from './translation.js';

/** What is told of returns, claims and refunds. */
export const caseIndonesian: TranslationOf<typeof caseEnglish> = {
  'orders.status.return-requested.v1': {
    buyer: {
      title: 'Pengembalian barang diajukan',
      body: 'Anda meminta penjual menerima kembali {{items}}.',
    },
    seller: {
      title: 'Pembeli mengajukan pengembalian barang',
      body: 'Pembeli ingin mengembalikan {{items}}. Alasan: {{reason}}.',
    },
  },
  'orders.status.return-approved.v1': {
    buyer: {
      title: 'Pengembalian disetujui',
      body: 'Kirim kembali barangnya tepat waktu dan masukkan nomor resi.',
    },
    seller: {
      title: 'Pengembalian disetujui',
      body: '{{#automatically}}Anda tidak menjawab tepat waktu, jadi pengembalian disetujui. {{/automatically}}Pembeli akan mengirim kembali barangnya.',
    },
  },
  'orders.status.return-rejected.v1': {
    buyer: {
      title: 'Pengembalian ditolak',
      body: 'Penjual tidak menerima kembali barangnya. Jika barang rusak atau salah, Anda dapat mengajukan klaim.',
    },
  },
  'orders.status.partial-refund-offered.v1': {
    buyer: {
      title: 'Penjual memberi penawaran',
      body: 'Anda dapat menyimpan barangnya dan menerima kembali {{amount}}, atau menolak dan mengirimnya kembali.',
    },
  },
  'orders.status.partial-refund-accepted.v1': {
    seller: {
      title: 'Penawaran diterima',
      body: 'Pembeli menyimpan barangnya dan menerima kembali {{amount}}.',
    },
  },
  'orders.status.partial-refund-declined.v1': {
    buyer: {
      title:
        '{{#automatically}}Penawaran berakhir{{/automatically}}{{^automatically}}Penawaran ditolak{{/automatically}}',
      body: 'Kirim kembali barangnya tepat waktu dan masukkan nomor resi.',
    },
    seller: { title: 'Penawaran tidak diterima', body: 'Pembeli akan mengirim kembali barangnya.' },
  },
  'orders.status.return-withdrawn.v1': {
    buyer: {
      title: 'Pengembalian ditarik kembali',
      body: 'Anda menyimpan barangnya dan tidak mengirim apa pun kembali.',
    },
    seller: {
      title: 'Pembeli tidak lagi meminta pengembalian',
      body: 'Pengembalian ditarik kembali. Pembeli menyimpan barangnya, dan Anda tidak perlu melakukan apa pun.',
    },
  },
  'orders.status.return-shipped.v1': {
    seller: {
      title: 'Pengembalian dalam perjalanan',
      body: 'Pembeli mengirimnya dengan {{carrier}}, nomor resi {{trackingNumber}}. Konfirmasikan jika sudah Anda terima.',
    },
  },
  'orders.status.return-scanned.v1': {},
  'orders.status.return-received.v1': {
    buyer: {
      title: 'Pengembalian diterima',
      body: '{{#automatically}}Penjual tidak menjawab tepat waktu, jadi pengembalian Anda dianggap diterima.{{/automatically}}{{^automatically}}Penjual telah menerima barang yang Anda kembalikan.{{/automatically}}',
    },
  },
  'orders.status.return-receipt-refused.v1': {
    buyer: {
      title: 'Pengembalian tidak diterima',
      body: 'Penjual tidak menerima barang yang Anda kirim kembali. Anda dapat mengajukan klaim, dan marketplace yang memutuskan.',
    },
  },
  'orders.status.return-closed.v1': {
    buyer: {
      title: 'Pengembalian berakhir',
      body: '{{#expired}}Tidak ada yang dikirim kembali tepat waktu.{{/expired}}{{^expired}}Pengembalian Anda selesai.{{/expired}}',
    },
    seller: {
      title: 'Pengembalian berakhir',
      body: '{{#expired}}Pembeli tidak mengirim kembali apa pun tepat waktu.{{/expired}}{{^expired}}Pembeli menerima uangnya kembali.{{/expired}}',
    },
  },
  'orders.status.claim-opened.v1': {
    buyer: {
      title: 'Klaim diterima',
      body: 'Penjual harus menjawab klaim Anda tentang {{items}}: {{reason}}.',
    },
    seller: {
      title: 'Pembeli mengajukan klaim',
      body: 'Pembeli mengeluhkan {{items}}: {{reason}}. Jawablah tepat waktu, atau marketplace yang memutuskan.',
    },
  },
  'orders.status.claim-answered.v1': {
    buyer: {
      title: 'Penjual menjawab klaim Anda',
      body: '{{#accepted}}Penjual menerima klaim Anda.{{/accepted}}{{^accepted}}Penjual membantah klaim Anda. Anda dapat meminta marketplace memutuskannya.{{/accepted}}',
    },
  },
  'orders.status.claim-escalated.v1': {
    buyer: { title: 'Marketplace yang memutuskan', body: 'Kami memeriksa klaim Anda dan memutuskannya.' },
    seller: { title: 'Marketplace yang memutuskan', body: 'Kami memeriksa klaim pembeli dan memutuskannya.' },
  },
  'orders.status.claim-withdrawn.v1': {
    buyer: {
      title: 'Klaim ditarik kembali',
      body: 'Anda tidak lagi mengajukan klaim ini. Tidak ada yang diputuskan tentangnya.',
    },
    seller: {
      title: 'Pembeli tidak lagi mengajukan klaim',
      body: 'Klaim ditarik kembali. Anda tidak perlu menjawabnya.',
    },
  },
  'orders.status.claim-resolved.v1': {
    buyer: {
      title: 'Klaim diputuskan',
      body: '{{#wonByBuyer}}Klaim Anda dikabulkan.{{/wonByBuyer}}{{^wonByBuyer}}Klaim Anda diputuskan untuk penjual.{{/wonByBuyer}}',
    },
    seller: {
      title: 'Klaim diputuskan',
      body: '{{#wonByBuyer}}Klaim diputuskan untuk pembeli, yang menerima uangnya kembali.{{/wonByBuyer}}{{^wonByBuyer}}Klaim diputuskan untuk Anda.{{/wonByBuyer}}',
    },
  },
  'orders.status.refund-initiated.v1': {
    buyer: {
      title: 'Dana sedang dikembalikan',
      body: '{{amount}} dikembalikan melalui cara Anda membayar.{{#expectedBy}} Anda akan menerimanya paling lambat {{expectedBy}}.{{/expectedBy}} Alasan: {{reason}}.',
    },
  },
  'orders.status.refund-settled.v1': {
    buyer: { title: 'Dana telah dikembalikan', body: 'Kami telah mengembalikan {{amount}} kepada Anda.' },
  },
  'orders.status.refund-failed.v1': {
    buyer: {
      title: 'Pengembalian dana tertunda',
      body: 'Kami belum dapat mengembalikan {{amount}} kepada Anda. Alasan: {{reason}}. Anda tidak perlu melakukan apa pun.',
    },
  },
  'orders.status.refund-retried.v1': {
    buyer: {
      title: 'Pengembalian dana dicoba lagi',
      body: 'Kami mencoba lagi mengembalikan {{amount}} kepada Anda. Anda akan menerimanya paling lambat {{expectedBy}}.',
    },
  },
  'orders.status.refund-handed-over.v1': {
    buyer: {
      title: 'Kami mengurus pengembalian dana Anda',
      body: 'Pengembalian {{amount}} kepada Anda gagal beberapa kali. Sekarang seseorang menanganinya.',
    },
  },
};
