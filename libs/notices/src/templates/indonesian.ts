import { indonesianChanges } from './indonesian-changes.js';
import { caseIndonesian } from './case-indonesian.js';
import { type Translation } from './translation.js';

/** The texts of `english.ts` in Indonesian. */
export const indonesian: Translation = {
  'orders.status.placed.v1': {
    buyer: {
      title: 'Pesanan dibuat',
      body: 'Anda memesan {{items}} seharga {{total}}.{{#toBePaid}} Penjual mulai memproses setelah pesanan dibayar.{{/toBePaid}}',
    },
  },
  'orders.status.payment-captured.v1': {
    buyer: {
      title: 'Pembayaran diterima',
      body:
        'Kami telah menerima {{amount}}.{{#outstanding}} Masih tersisa {{outstanding}} yang harus dibayar.{{/outstanding}}' +
        '{{#orderCancelled}} Pesanan sudah dibatalkan sebelumnya, jadi uang Anda akan dikembalikan.{{/orderCancelled}}',
    },
  },
  'orders.status.hold-released.v1': {
    buyer: {
      title: 'Pesanan diteruskan ke penjual',
      body: 'Waktu untuk membatalkan langsung sudah berakhir. Anda masih dapat mengajukan pembatalan kepada penjual.',
    },
    seller: {
      title: 'Pesanan menunggu Anda',
      body: 'Pembeli tidak dapat lagi membatalkan langsung. Periksa dan konfirmasikan pesanan ini.',
    },
  },
  'orders.status.confirmed.v1': {
    buyer: { title: 'Pesanan dikonfirmasi', body: 'Penjual sedang menyiapkan pesanan Anda.' },
    seller: {
      title: 'Pesanan dikonfirmasi{{#automatically}} secara otomatis{{/automatically}}',
      body: 'Pesanan ini siap Anda kemas dan kirim.',
    },
  },
  'orders.status.goods-provided.v1': {
    buyer: {
      title: 'Siap untuk Anda',
      body: '{{items}} dari pesanan Anda tidak perlu dikirim dan sudah dapat digunakan.',
    },
  },
  'orders.status.package-arranged.v1': {
    buyer: {
      title: 'Paket dikemas',
      body:
        'Paket berisi {{items}} dikirim dengan {{carrier}}, nomor resi {{trackingNumber}}.' +
        '{{#estimatedDelivery}} Perkiraan tiba paling lambat {{estimatedDelivery}}.{{/estimatedDelivery}}',
    },
    seller: {
      title: 'Paket dikemas',
      body: 'Paket berisi {{items}} siap diserahkan ke {{carrier}}, nomor resi {{trackingNumber}}.',
    },
  },
  'orders.status.shipped.v1': {
    buyer: {
      title: 'Paket dalam perjalanan',
      body: 'Paket berisi {{items}} dari pesanan Anda sedang dikirim.',
    },
    seller: { title: 'Paket diserahkan', body: 'Paket berisi {{items}} sedang dikirim ke pembeli.' },
  },
  'orders.status.package-unpacked.v1': {
    seller: {
      title: 'Keluarkan barang yang dibatalkan',
      body: 'Keluarkan kembali {{items}} dari paket {{packageId}}, pesanan berubah setelah Anda mengemasnya.',
    },
  },
  'orders.status.package-scanned.v1': {},
  'orders.status.delayed.v1': {
    buyer: {
      title: 'Pengiriman tertunda',
      body:
        '{{#ofPackage}}Sebuah paket{{/ofPackage}}{{^ofPackage}}Pesanan Anda{{/ofPackage}} diperkirakan tiba paling lambat ' +
        '{{newEstimate}}{{#previousEstimate}}, bukan {{previousEstimate}}{{/previousEstimate}}.' +
        '{{#cause}} Penyebab: {{cause}}.{{/cause}}' +
        '{{#voucher}} Atas kesabaran Anda, Anda mendapat voucher senilai {{voucher}}; lihat di pesanan Anda.{{/voucher}}' +
        '{{#fasterShipping}} Pengiriman dipercepat tanpa biaya bagi Anda.{{/fasterShipping}}',
    },
    seller: {
      title: 'Pengiriman tertunda',
      body:
        '{{#ofPackage}}Sebuah paket{{/ofPackage}}{{^ofPackage}}Pesanan{{/ofPackage}} diperkirakan sampai ke pembeli paling lambat ' +
        '{{newEstimate}}{{#previousEstimate}}, bukan {{previousEstimate}}{{/previousEstimate}}.' +
        '{{#cause}} Penyebab: {{cause}}.{{/cause}}',
    },
  },
  'orders.status.estimate-changed.v1': {
    buyer: {
      title: 'Perkiraan tiba yang baru',
      body:
        '{{#ofPackage}}Sebuah paket{{/ofPackage}}{{^ofPackage}}Pesanan Anda{{/ofPackage}} diperkirakan tiba paling lambat ' +
        '{{newEstimate}}{{#previousEstimate}}, bukan {{previousEstimate}}{{/previousEstimate}}.',
    },
  },
  'orders.status.package-delivered.v1': {
    buyer: {
      title: 'Paket tiba',
      body:
        'Paket berisi {{items}} dari pesanan Anda telah tiba' +
        '{{#wasLost}}. Paket ini sebelumnya dianggap hilang, dan pengembalian dana Anda tetap berlaku{{/wasLost}}.',
    },
  },
  'orders.status.delivered.v1': {
    buyer: {
      title: '{{#lost}}Tidak ada lagi yang akan tiba{{/lost}}{{^lost}}Semua barang telah tiba{{/lost}}',
      body:
        '{{#lost}}{{lost}} dari pesanan Anda tidak pernah tiba. Harap konfirmasi bahwa Anda telah menerima sisanya.{{/lost}}' +
        '{{^lost}}Harap konfirmasi bahwa Anda telah menerimanya.{{/lost}} Jika ada masalah, ajukan pengembalian barang.',
    },
    seller: {
      title: 'Pesanan tiba',
      body: '{{#lost}}Semua kecuali {{lost}} telah sampai ke pembeli.{{/lost}}{{^lost}}Semua barang telah sampai ke pembeli.{{/lost}}',
    },
  },
  'orders.status.completed.v1': {
    buyer: {
      title: 'Pesanan selesai',
      body: '{{#automatically}}Pesanan Anda diselesaikan secara otomatis.{{/automatically}}{{^automatically}}Terima kasih telah mengonfirmasi penerimaan barang.{{/automatically}}',
    },
    seller: {
      title: 'Pesanan selesai',
      body: '{{#automatically}}Pesanan diselesaikan secara otomatis.{{/automatically}}{{^automatically}}Pembeli telah mengonfirmasi penerimaan barang.{{/automatically}}',
    },
  },
  'orders.status.stock-missing.v1': {
    seller: {
      title: 'Pesanan belum dikonfirmasi: stok habis',
      body: '{{items}} dari pesanan ini tidak ada di stok Anda. Tambah stok lalu konfirmasi pesanan, atau batalkan barangnya.',
    },
  },
  'orders.status.shipment-late.v1': {
    buyer: {
      title: 'Pesanan Anda terlambat',
      body: 'Penjual seharusnya sudah mengirimkannya. Kami telah mengingatkan mereka.',
    },
    seller: {
      title: 'Pengiriman terlambat',
      body: 'Waktu Anda untuk mengirim pesanan ini sudah habis. Kirimkan sekarang: yang tidak segera dikemas akan dibatalkan.',
    },
  },
  'orders.status.lines-cancelled.v1': {
    buyer: {
      title:
        '{{#orderCancelled}}Pesanan dibatalkan{{/orderCancelled}}{{^orderCancelled}}Barang dibatalkan{{/orderCancelled}}',
      body: '{{items}} dari pesanan Anda tidak akan dikirim. Alasan: {{reason}}.',
    },
    seller: {
      title:
        '{{#orderCancelled}}Pesanan dibatalkan{{/orderCancelled}}{{^orderCancelled}}Barang dibatalkan{{/orderCancelled}}',
      body: 'Jangan kirim {{items}} dari pesanan ini. Alasan: {{reason}}.',
    },
  },
  'orders.status.cancellation-requested.v1': {
    buyer: {
      title: 'Pembatalan diajukan',
      body: 'Anda meminta penjual membatalkan {{items}}. Barang tidak dikirim sebelum penjual menjawab.',
    },
    seller: {
      title: 'Pembeli mengajukan pembatalan',
      body: 'Pembeli meminta Anda membatalkan {{items}}. Alasan: {{reason}}. Jangan kirim sebelum Anda menjawab.',
    },
  },
  'orders.status.cancellation-approved.v1': {
    buyer: {
      title: 'Pembatalan disetujui',
      body: '{{#automatically}}Penjual tidak menjawab tepat waktu, jadi permintaan pembatalan Anda disetujui.{{/automatically}}{{^automatically}}Penjual menyetujui permintaan pembatalan Anda.{{/automatically}}',
    },
  },
  'orders.status.cancellation-rejected.v1': {
    buyer: {
      title: 'Pembatalan ditolak',
      body: 'Penjual menolak permintaan pembatalan Anda, jadi pesanan tetap diproses.',
    },
  },
  'orders.status.cancellation-withdrawn.v1': {
    buyer: {
      title: 'Permintaan ditarik kembali',
      body: 'Anda tidak lagi meminta pembatalan, jadi pesanan tetap diproses.',
    },
    seller: {
      title: 'Pembeli tidak lagi meminta pembatalan',
      body: 'Permintaan ditarik kembali. Pesanan tetap diproses.',
    },
  },
  ...indonesianChanges,
  'orders.status.message-posted.v1': {
    buyer: {
      title: 'Anda mendapat pesan',
      body: '{{#fromPlatform}}Marketplace{{/fromPlatform}}{{^fromPlatform}}Penjual{{/fromPlatform}} menulis kepada Anda tentang pesanan ini.',
    },
    seller: {
      title: 'Anda mendapat pesan',
      body: '{{#fromPlatform}}Marketplace{{/fromPlatform}}{{^fromPlatform}}Pembeli{{/fromPlatform}} menulis kepada Anda tentang pesanan ini.',
    },
  },
  'orders.status.review-requested.v1': {
    buyer: {
      title: 'Bagaimana pesanan Anda?',
      body: 'Pesanan Anda selesai. Ceritakan pengalaman Anda kepada penjual dan pembeli lain.',
    },
  },
  'orders.status.review-submitted.v1': {
    seller: {
      title: 'Anda mendapat ulasan',
      body: 'Pembeli memberi pesanan ini nilai {{score}} dari 5.',
    },
  },
  ...caseIndonesian,
  'new-order': {
    seller: {
      title: 'Pesanan baru',
      body: '{{#onHold}}Ada pesanan baru. Pembeli masih dapat membatalkannya untuk sementara waktu.{{/onHold}}{{^onHold}}Sebuah pesanan menunggu Anda. Periksa dan konfirmasikan.{{/onHold}}',
    },
  },
};
