import { type caseNotices as english } from '../en/case-notices.js';

export const caseNotices: Record<keyof typeof english, string> = {
  'notice.return-requested.buyer.title': 'Pengembalian barang diajukan',
  'notice.return-requested.buyer.body':
    'Kamu meminta {shop} menerima kembali {goods}.{answerReturn, select, none {} other { Penjual harus menjawab paling lambat {answerReturn}.}}',
  'notice.return-requested.seller.title': 'Pembeli mengajukan pengembalian barang',
  'notice.return-requested.seller.body':
    'Pembeli ingin mengembalikan {goods}.{reason, select, none {} other { Alasan: {reason}.}}{answerReturn, select, none {} other { Tanpa jawaban sampai {answerReturn}, pengembalian otomatis disetujui.}}',
  'notice.return-approved.buyer.title': 'Pengembalian disetujui',
  'notice.return-approved.buyer.body':
    'Kirim {goods} kembali ke {shop}{shipBack, select, none {} other { sebelum {shipBack}}} dan masukkan nomor resinya di pesanan. Kalau alamatnya tidak ada di sana, tanyakan ke penjual lewat pesan.{wayBackPaidBy, select, seller { {shop} menanggung ongkos kirim kembali.} buyer { Ongkos kirim kembali kamu tanggung sendiri.} other {}}',
  'notice.return-approved.seller.title': 'Pengembalian disetujui',
  'notice.return-approved.seller.body':
    '{automatically, select, true {Kamu tidak menjawab tepat waktu, jadi pengembalian disetujui. } other {}}Pembeli mengirim kembali {goods}{shipBack, select, none {} other { sebelum {shipBack}}}.{wayBackPaidBy, select, seller { Kamu menanggung ongkos kirim kembali: beri pembeli label pengiriman, atau beri tahu cara membayarnya.} other {}}',
  'notice.return-rejected.buyer.title': 'Pengembalian ditolak',
  'notice.return-rejected.buyer.body':
    '{shop} tidak menerima kembali {goods}. Kalau barangnya rusak atau tidak sesuai pesanan, kamu bisa mengajukan klaim.',
  'notice.partial-refund-offered.buyer.title': 'Penjual memberi penawaran',
  'notice.partial-refund-offered.buyer.body':
    'Kamu bisa menyimpan {goods} dan menerima kembali {amount} dari {shop}, atau menolak dan mengirimnya kembali.{answerOffer, select, none {} other { Jawab sebelum {answerOffer}, ya.}}',
  'notice.partial-refund-accepted.seller.title': 'Penawaran diterima',
  'notice.partial-refund-accepted.seller.body': 'Pembeli menyimpan {goods} dan menerima kembali {amount}.',
  'notice.partial-refund-declined.buyer.title':
    '{automatically, select, true {Penawaran berakhir} other {Penawaran ditolak}}',
  'notice.partial-refund-declined.buyer.body':
    'Kirim {goods} kembali ke {shop}{shipBack, select, none {} other { sebelum {shipBack}}} dan masukkan nomor resinya di pesanan. Kalau alamatnya tidak ada di sana, tanyakan ke penjual lewat pesan.{wayBackPaidBy, select, seller { {shop} menanggung ongkos kirim kembali.} buyer { Ongkos kirim kembali kamu tanggung sendiri.} other {}}',
  'notice.partial-refund-declined.seller.title': 'Penawaran tidak diterima',
  'notice.partial-refund-declined.seller.body':
    'Pembeli mengirim kembali {goods}{shipBack, select, none {} other { sebelum {shipBack}}}.{wayBackPaidBy, select, seller { Kamu menanggung ongkos kirim kembali: beri pembeli label pengiriman, atau beri tahu cara membayarnya.} other {}}',
  'notice.return-withdrawn.buyer.title': 'Pengembalian ditarik kembali',
  'notice.return-withdrawn.buyer.body': 'Kamu menyimpan {goods} dan tidak mengirim apa pun kembali.',
  'notice.return-withdrawn.seller.title': 'Pembeli tidak jadi mengembalikan barang',
  'notice.return-withdrawn.seller.body': 'Pembeli menyimpan {goods}. Kamu tidak perlu melakukan apa pun.',
  'notice.return-shipped.seller.title': 'Barang kembali dalam perjalanan',
  'notice.return-shipped.seller.body':
    'Pembeli mengirim {goods} kembali dengan {carrier}, nomor resi {trackingNumber}. Konfirmasi kalau sudah kamu terima.{confirmReturn, select, none {} other { Tanpa jawaban sampai {confirmReturn}, barang dianggap diterima.}}',
  'notice.return-lost.buyer.title': 'Barang kembali tidak sampai',
  'notice.return-lost.buyer.body':
    '{reasonCode, select, damaged {{goods} rusak dalam perjalanan kembali ke {shop}.} other {Kurir menghilangkan {goods} dalam perjalanan kembali ke {shop}.}} Bagianmu sudah selesai: pengembalian selesai.',
  'notice.return-lost.seller.title': 'Barang kembali tidak sampai',
  'notice.return-lost.seller.body':
    '{reasonCode, select, damaged {{goods} rusak dalam perjalanan kembali.} other {Kurir menghilangkan {goods} dalam perjalanan kembali.}} Bagian pembeli sudah selesai: pengembalian selesai. Mintalah ganti rugi ke kurir.',
  'notice.return-undelivered.buyer.title': 'Barang kembali dikirim balik kepadamu',
  'notice.return-undelivered.buyer.body':
    'Kurir tidak bisa menyerahkan {goods} ke {shop}. Kirim lagi{shipBack, select, none {} other { sebelum {shipBack}}} dan masukkan nomor resi yang baru. Kalau alamatnya salah, tanyakan ke penjual lewat pesan.',
  'notice.return-undelivered.seller.title': 'Barang kembali tidak bisa diserahkan',
  'notice.return-undelivered.seller.body':
    'Kurir tidak bisa menyerahkan {goods} dan membawanya balik ke pembeli, yang akan mengirimnya lagi{shipBack, select, none {} other { sebelum {shipBack}}}.',
  'notice.return-received.buyer.title': 'Barang kembali sudah diterima',
  'notice.return-received.buyer.body':
    '{automatically, select, true {{shop} tidak menjawab tepat waktu, jadi {goods} dianggap sudah diterima.} other {{shop} sudah menerima kembali {goods}.}}',
  'notice.return-receipt-refused.buyer.title': 'Barang kembali tidak diterima',
  'notice.return-receipt-refused.buyer.body':
    '{shop} tidak menerima barang yang kamu kirim kembali ({goods}). Kamu bisa mengajukan klaim, dan marketplace yang memutuskan.',
  'notice.return-closed.buyer.title': 'Pengembalian berakhir',
  'notice.return-closed.buyer.body':
    '{expired, select, true {{goods} tidak dikirim kembali tepat waktu, jadi pengembalian berakhir.} other {Pengembalian {goods} selesai.{nothingBack, select, true { Tidak ada dana lagi yang dikembalikan kepadamu.} other {}}}}',
  'notice.return-closed.seller.title': 'Pengembalian berakhir',
  'notice.return-closed.seller.body':
    '{expired, select, true {Pembeli tidak mengirim {goods} kembali tepat waktu.} other {{nothingBack, select, true {Pengembalian {goods} selesai. Tidak ada dana lagi yang dikembalikan kepada pembeli.} other {Pengembalian {goods} selesai, dan pembeli menerima uangnya kembali.}}}}',
  'notice.claim-opened.buyer.title': 'Klaim diterima',
  'notice.claim-opened.buyer.body':
    '{shop} harus menjawab klaimmu tentang {goods} ({reason}){answerClaim, select, none {} other { paling lambat {answerClaim}}}.',
  'notice.claim-opened.seller.title': 'Pembeli mengajukan klaim',
  'notice.claim-opened.seller.body':
    'Pembeli mengajukan klaim tentang {goods}: {reason}.{answerClaim, select, none {} other { Jawab sebelum {answerClaim}, atau marketplace yang memutuskan.}}',
  'notice.claim-answered.buyer.title': 'Penjual menjawab klaimmu',
  'notice.claim-answered.buyer.body':
    '{accepted, select, true {{shop} menerima klaimmu tentang {goods}.} other {{shop} membantah klaimmu tentang {goods}. Kamu bisa meminta marketplace memutuskannya{escalateBy, select, none {} other { sebelum {escalateBy}; kalau tidak, klaim berakhir}}.}}',
  'notice.claim-escalated.buyer.title': 'Marketplace yang memutuskan',
  'notice.claim-escalated.buyer.body':
    'Kami memeriksa klaimmu tentang {goods} dan memutuskannya.{decideBy, select, none {} other { Tanpa keputusan sampai {decideBy}, klaim dikabulkan.}}',
  'notice.claim-escalated.seller.title': 'Marketplace yang memutuskan',
  'notice.claim-escalated.seller.body':
    'Kami memeriksa klaim pembeli tentang {goods} dan memutuskannya.{decideBy, select, none {} other { Tanpa keputusan sampai {decideBy}, klaim dikabulkan.}}',
  'notice.claim-appealed.buyer.title': 'Banding diterima',
  'notice.claim-appealed.buyer.body':
    'Kami memeriksa kembali klaimmu tentang {goods} dan memutuskannya.{decideBy, select, none {} other { Tanpa keputusan sampai {decideBy}, klaim dikabulkan.}}',
  'notice.claim-appealed.seller.title': 'Pembeli mengajukan banding',
  'notice.claim-appealed.seller.body':
    'Kami memeriksa kembali klaim pembeli tentang {goods} dan memutuskannya.{decideBy, select, none {} other { Tanpa keputusan sampai {decideBy}, klaim dikabulkan.}}',
  'notice.claim-withdrawn.buyer.title': 'Klaim ditarik kembali',
  'notice.claim-withdrawn.buyer.body':
    'Kamu tidak lagi mengajukan klaim tentang {goods}. Tidak ada yang diputuskan tentangnya.',
  'notice.claim-withdrawn.seller.title': 'Pembeli tidak lagi mengajukan klaim',
  'notice.claim-withdrawn.seller.body':
    'Klaim tentang {goods} ditarik kembali. Kamu tidak perlu menjawabnya.',
  'notice.claim-resolved.buyer.title': 'Klaim diputuskan',
  'notice.claim-resolved.buyer.body':
    '{wonByBuyer, select, true {Klaimmu tentang {goods} dikabulkan{partly, select, true { sebagian{granted, select, none {} other {, untuk {granted}}}} other {}}.{nothingBack, select, true { Tidak ada dana lagi yang dikembalikan kepadamu.} other {}}} other {Klaimmu tentang {goods} diputuskan untuk {shop}.}}',
  'notice.claim-resolved.seller.title': 'Klaim diputuskan',
  'notice.claim-resolved.seller.body':
    '{wonByBuyer, select, true {{nothingBack, select, true {Klaim tentang {goods} diputuskan untuk pembeli. Tidak ada dana lagi yang dikembalikan.} other {{partly, select, true {Klaim tentang {goods} dikabulkan sebagian{granted, select, none {} other {, untuk {granted}}}: {amount} dikembalikan kepada pembeli.} other {Klaim tentang {goods} diputuskan untuk pembeli, yang menerima uangnya kembali.}}}}} other {Klaim tentang {goods} diputuskan untukmu.}}',
  'notice.refund-initiated.buyer.title': 'Dana sedang dikembalikan',
  'notice.refund-initiated.buyer.body':
    '{amount} dikembalikan{methodCode, select, cash_on_delivery { kepadamu} other { lewat cara kamu membayar}}.{expectedBy, select, none {} other { Dana kamu terima paling lambat {expectedBy}.}}{reasonCode, select, cancelled {} changed {} returned {} claim {} other {{reason, select, none {} other { Alasan: {reason}.}}}}',
  'notice.refund-settled.buyer.title': 'Dana sudah dikembalikan',
  'notice.refund-settled.buyer.body': 'Kami sudah mengembalikan {amount} kepadamu untuk {goods}.',
  'notice.refund-failed.buyer.title': 'Pengembalian dana tertunda',
  'notice.refund-failed.buyer.body':
    'Kami belum bisa mengembalikan {amount} kepadamu{failure, select, account_closed {: rekeningmu sudah ditutup. Sebutkan rekening lain di halaman pesanan} card_expired {: kartumu sudah kedaluwarsa. Sebutkan rekening di halaman pesanan} not_refundable {: dananya tidak bisa dikembalikan lewat cara kamu membayar} declined_by_bank {: bankmu menolaknya{retryAt, select, none {} other {. Kami mencoba lagi pada {retryAt}}}} other {{retryAt, select, none {} other {. Kami mencoba lagi pada {retryAt}, dan kamu tidak perlu melakukan apa pun}}}}.',
  'notice.refund-retried.buyer.title': 'Pengembalian dana dicoba lagi',
  'notice.refund-retried.buyer.body':
    'Kami mencoba lagi mengembalikan {amount} kepadamu. Dana kamu terima paling lambat {expectedBy}.',
  'notice.refund-handed-over.buyer.title': 'Kami mengurus pengembalian danamu',
  'notice.refund-handed-over.buyer.body':
    '{automatically, select, true {Kamu belum menyebutkan rekening untuk {amount} yang harus kami kembalikan.} other {Pengembalian {amount} kepadamu gagal beberapa kali.}} Sekarang salah satu dari kami menanganinya.',
  'notice.voucher-issued.buyer.title': 'Kamu punya voucher',
  'notice.voucher-issued.buyer.body':
    'Masukkan kode {voucherCode} saat memesan lagi dari {shop}{validUntil, select, none {} other {, paling lambat {validUntil}}}: harganya berkurang {amount}. Hanya kamu yang bisa memakainya, satu kali.',
  'notice.refund-account-asked.buyer.title': 'Ke mana danamu kami kirim?',
  'notice.refund-account-asked.buyer.body':
    '{amount} tidak bisa dikembalikan lewat cara kamu membayar. Sebutkan rekening untuk itu di halaman pesanan{refundAccount, select, none {} other { paling lambat {refundAccount}}}.',
  'notice.refund-dropped.buyer.title': 'Pengembalian dana dibatalkan',
  'notice.refund-dropped.buyer.body':
    'Kami tidak mengirim {amount} kepadamu, karena uang itu sudah kembali kepadamu lewat cara lain.',
};
