import { type caseTimeline as english } from '../en/case-timeline.js';

export const caseTimeline: Record<keyof typeof english, string> = {
  'timeline.return-requested.buyer': 'Kamu meminta pengembalian {goods}.',
  'timeline.return-requested.seller':
    'Pembeli meminta pengembalian {goods}{reason, select, none {} other { ({reason})}}.',
  'timeline.return-approved.buyer':
    '{automatically, select, true {Pengembalian disetujui, karena penjual tidak menjawab tepat waktu.} other {Penjual menyetujui pengembalian.}}',
  'timeline.return-approved.seller':
    '{automatically, select, true {Pengembalian disetujui, karena tidak dijawab tepat waktu.} other {Pengembalian disetujui.}}',
  'timeline.return-rejected.buyer': 'Penjual menolak pengembalian.',
  'timeline.return-rejected.seller': 'Pengembalian ditolak.',
  'timeline.partial-refund-offered.buyer': 'Penjual menawarkan {amount} kalau kamu menyimpan {goods}.',
  'timeline.partial-refund-offered.seller': '{amount} ditawarkan ke pembeli untuk menyimpan {goods}.',
  'timeline.partial-refund-accepted.buyer': 'Kamu menerima penawaran {amount} dan menyimpan {goods}.',
  'timeline.partial-refund-accepted.seller': 'Pembeli menerima penawaran {amount}.',
  'timeline.partial-refund-declined.buyer':
    '{automatically, select, true {Penawaran tidak dijawab tepat waktu dan sudah berakhir.} other {Kamu menolak penawaran.}}',
  'timeline.partial-refund-declined.seller':
    '{automatically, select, true {Penawaran tidak dijawab tepat waktu dan sudah berakhir.} other {Pembeli menolak penawaran.}}',
  'timeline.return-withdrawn.buyer': 'Kamu menarik kembali pengembalian.',
  'timeline.return-withdrawn.seller': 'Pembeli menarik kembali pengembalian.',
  'timeline.return-shipped.buyer':
    'Kamu mengirim {goods} kembali dengan {carrier}, nomor resi {trackingNumber}.',
  'timeline.return-shipped.seller':
    'Pembeli mengirim {goods} kembali dengan {carrier}, nomor resi {trackingNumber}.',
  'timeline.return-scanned.buyer': 'Dalam perjalanan kembali: {scan}',
  'timeline.return-scanned.seller': 'Dalam perjalanan kembali: {scan}',
  'timeline.return-lost.buyer':
    '{reasonCode, select, damaged {Barang yang kamu kirim kembali rusak di perjalanan.} other {Kurir menghilangkan barang yang kamu kirim kembali.}}',
  'timeline.return-lost.seller':
    '{reasonCode, select, damaged {Barang yang dikirim kembali rusak di perjalanan.} other {Kurir menghilangkan barang yang dikirim kembali.}}',
  'timeline.return-undelivered.buyer':
    'Barang yang kamu kirim kembali tidak bisa diserahkan, dan kembali kepadamu.',
  'timeline.return-undelivered.seller':
    'Barang yang dikirim kembali tidak bisa diserahkan, dan kembali ke pembeli.',
  'timeline.return-received.buyer':
    '{automatically, select, true {Barang dianggap diterima kembali, karena tidak ada jawaban tepat waktu.} other {Penjual sudah menerima kembali barangnya.}}',
  'timeline.return-received.seller':
    '{automatically, select, true {Barang dianggap diterima kembali, karena tidak ada jawaban tepat waktu.} other {Barang yang dikembalikan sudah tiba.}}',
  'timeline.return-receipt-refused.buyer': 'Penjual tidak menerima barang yang kamu kirim kembali.',
  'timeline.return-receipt-refused.seller': 'Barang yang dikirim kembali tidak diterima.',
  'timeline.return-closed.buyer':
    '{expired, select, true {Pengembalian berakhir, karena tidak ada yang dikirim kembali tepat waktu.} other {Pengembalian selesai.}}',
  'timeline.return-closed.seller':
    '{expired, select, true {Pengembalian berakhir, karena tidak ada yang dikirim kembali tepat waktu.} other {Pengembalian selesai.}}',
  'timeline.claim-opened.buyer': 'Kamu mengajukan klaim tentang {goods}: {reason}.',
  'timeline.claim-opened.seller': 'Pembeli mengajukan klaim tentang {goods}: {reason}.',
  'timeline.claim-answered.buyer':
    '{accepted, select, true {Penjual menerima klaimmu.} other {Penjual membantah klaimmu.}}',
  'timeline.claim-answered.seller': '{accepted, select, true {Klaim diterima.} other {Klaim dibantah.}}',
  'timeline.claim-escalated.buyer':
    '{automatically, select, true {Marketplace memutuskan klaim, karena penjual tidak menjawab tepat waktu.} other {Kamu meminta marketplace memutuskan klaim.}}',
  'timeline.claim-escalated.seller':
    '{automatically, select, true {Marketplace memutuskan klaim, karena tidak dijawab tepat waktu.} other {Pembeli meminta marketplace memutuskan klaim.}}',
  'timeline.claim-appealed.buyer': 'Kamu mengajukan banding: marketplace memutuskan klaim sekali lagi.',
  'timeline.claim-appealed.seller': 'Pembeli mengajukan banding: marketplace memutuskan klaim sekali lagi.',
  'timeline.claim-withdrawn.buyer': 'Kamu menarik kembali klaimmu.',
  'timeline.claim-withdrawn.seller': 'Pembeli menarik kembali klaim.',
  'timeline.claim-resolved.buyer':
    '{partly, select, true {Klaim dikabulkan sebagian{granted, select, none {} other {, untuk {granted}}}{amount, select, none {} other {: {amount}}}.} other {Klaim diputuskan {wonByBuyer, select, true {untukmu} other {untuk penjual}}.}}',
  'timeline.claim-resolved.seller':
    '{partly, select, true {Klaim dikabulkan sebagian{granted, select, none {} other {, untuk {granted}}}{amount, select, none {} other {: {amount}}}.} other {Klaim diputuskan {wonByBuyer, select, true {untuk pembeli} other {untukmu}}.}}',
  'timeline.refund-initiated.buyer':
    'Pengembalian dana {amount} sedang diproses{expectedBy, select, none {} other {, kamu terima paling lambat {expectedBy}}}.',
  'timeline.refund-initiated.seller': 'Pengembalian dana {amount} ke pembeli dimulai.',
  'timeline.refund-settled.buyer': 'Dana {amount} sudah dikembalikan kepadamu.',
  'timeline.refund-settled.seller': 'Dana {amount} sudah dikembalikan.',
  'timeline.refund-failed.buyer': 'Dana {amount} belum bisa dikembalikan.',
  'timeline.refund-failed.seller': 'Dana {amount} belum bisa dikembalikan.',
  'timeline.refund-retried.buyer':
    'Pengembalian dana {amount} dicoba lagi, kamu terima paling lambat {expectedBy}.',
  'timeline.refund-retried.seller': 'Pengembalian dana {amount} dicoba lagi.',
  'timeline.refund-handed-over.buyer': 'Marketplace menangani pengembalian dana {amount} secara langsung.',
  'timeline.refund-handed-over.seller': 'Marketplace menangani pengembalian dana {amount} secara langsung.',
  'timeline.voucher-issued.buyer':
    'Kamu mendapat voucher {amount}: {voucherCode}{validUntil, select, none {} other {, berlaku sampai {validUntil}}}.',
  'timeline.voucher-issued.seller':
    'Pembeli mendapat voucher {amount}{validUntil, select, none {} other {, berlaku sampai {validUntil}}}. {paidBy, select, platform {Marketplace} other {Kamu}} yang menanggungnya.',
  'timeline.refund-account-asked.buyer':
    '{amount} tidak bisa dikembalikan lewat cara kamu membayar. Sebutkan rekening untuk itu.',
  'timeline.refund-account-asked.seller':
    '{amount} tidak bisa dikembalikan lewat cara pembeli membayar. Pembeli diminta menyebutkan rekening.',
  'timeline.refund-account-named.buyer':
    'Kamu menyebutkan rekening untuk pengembalian dana. Dana kamu terima paling lambat {expectedBy}.',
  'timeline.refund-account-named.seller': 'Pembeli menyebutkan rekening untuk pengembalian dana.',
  'timeline.refund-dropped.buyer':
    'Pengembalian dana {amount} dibatalkan, karena uangnya sudah kembali kepadamu lewat cara lain.',
  'timeline.refund-dropped.seller':
    'Pengembalian dana {amount} dibatalkan, karena uangnya sudah kembali lewat cara lain.',
};
