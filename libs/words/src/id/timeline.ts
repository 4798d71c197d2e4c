import { type timeline as english } from '../en/timeline.js';

export const timeline: Record<keyof typeof english, string> = {
  'timeline.placed.buyer': 'Kamu membuat pesanan.',
  'timeline.placed.seller': 'Pembeli membuat pesanan.',
  'timeline.payment-captured.buyer':
    'Pembayaranmu{method, select, none {} other { {method}}} sebesar {amount} sudah masuk.{outstanding, select, none {} other { Masih ada {outstanding} yang harus dibayar.}}',
  'timeline.payment-captured.seller':
    'Pembeli membayar {amount}{method, select, none {} other { {method}}}.{outstanding, select, none {} other { Masih ada {outstanding} yang harus dibayar.}}',
  'timeline.hold-released.buyer': 'Pesanan diteruskan ke penjual.',
  'timeline.hold-released.seller': 'Pesanan sudah bisa dikonfirmasi.',
  'timeline.confirmed.buyer': 'Penjual mengonfirmasi pesananmu.',
  'timeline.confirmed.seller': 'Pesanan dikonfirmasi{automatically, select, true { otomatis} other {}}.',
  'timeline.stock-missing.buyer': 'Penjual harus mengecek apakah semua barang tersedia.',
  'timeline.stock-missing.seller': 'Tidak dikonfirmasi otomatis karena stok habis: {goods}.',
  'timeline.shipment-late.buyer': 'Penjual terlambat mengirim pesananmu.',
  'timeline.shipment-late.seller': 'Batas waktu mengirim pesanan sudah lewat.',
  'timeline.goods-provided.buyer': 'Diberikan tanpa pengiriman: {goods}.',
  'timeline.goods-provided.seller': 'Diberikan tanpa pengiriman: {goods}.',
  'timeline.package-arranged.buyer': 'Penjual mengemas {goods}.',
  'timeline.package-arranged.seller': 'Paket dibuat berisi {goods}.',
  'timeline.package-unpacked.buyer': 'Barang yang dibatalkan dikeluarkan dari paket: {goods}.',
  'timeline.package-unpacked.seller': 'Barang yang dibatalkan dikeluarkan dari paket: {goods}.',
  'timeline.shipped.buyer': 'Paket diserahkan ke {carrier}, nomor resi {trackingNumber}.',
  'timeline.shipped.seller': 'Paket diserahkan ke {carrier}, nomor resi {trackingNumber}.',
  'timeline.package-scanned.buyer': '{carrier}: {scan}{place, select, none {} other { ({place})}}',
  'timeline.package-scanned.seller': '{carrier}: {scan}{place, select, none {} other { ({place})}}',
  'timeline.delayed.buyer':
    '{ofPackage, select, true {Sebuah paket} other {Pengiriman}} tertunda dan diperkirakan tiba paling lambat {newEstimate}.{cause, select, none {} other { Penyebab: {cause}.}}{voucher, select, none {} other { Sebagai gantinya: voucher {voucher}.}}{fasterShipping, select, true { Sebagai gantinya: pengiriman lebih cepat.} other {}}',
  'timeline.delayed.seller':
    '{ofPackage, select, true {Sebuah paket} other {Pengiriman}} tertunda dan diperkirakan tiba paling lambat {newEstimate}.{cause, select, none {} other { Penyebab: {cause}.}}{voucher, select, none {} other { Sebagai gantinya: voucher {voucher}.}}{fasterShipping, select, true { Sebagai gantinya: pengiriman lebih cepat.} other {}}',
  'timeline.estimate-changed.buyer':
    '{ofPackage, select, true {Sebuah paket} other {Pesanan}} kini diperkirakan tiba paling lambat {newEstimate}.',
  'timeline.estimate-changed.seller':
    '{ofPackage, select, true {Sebuah paket} other {Pesanan}} kini diperkirakan tiba paling lambat {newEstimate}.',
  'timeline.package-delivered.buyer':
    '{by, select, buyer {Kamu mengonfirmasi bahwa {goods} sudah diterima} other {{carrier} mengantarkan {goods}}}{wasLost, select, true {. Paket ini tadinya dianggap hilang, dan pengembalian danamu tetap berlaku} other {}}.',
  'timeline.package-delivered.seller':
    '{by, select, buyer {Pembeli mengonfirmasi bahwa {goods} sudah diterima} other {{carrier} mengantarkan {goods}}}{wasLost, select, true {. Paket ini tadinya dianggap hilang, dan pengembalian dana pembeli tetap berlaku} other {}}.',
  'timeline.delivery-attempted.buyer':
    '{carrier} tidak dapat menyerahkan {goods}.{until, select, none {} other { Akan dicoba lagi pada {until}.}}',
  'timeline.delivery-attempted.seller':
    '{carrier} tidak dapat menyerahkan {goods}.{until, select, none {} other { Akan dicoba lagi pada {until}.}}',
  'timeline.package-held.buyer':
    '{goods} menunggu kamu ambil{place, select, none {} other { ({place})}}{until, select, none {} other {, sampai {until}}}.',
  'timeline.package-held.seller':
    '{goods} menunggu diambil pembeli{place, select, none {} other { ({place})}}{until, select, none {} other {, sampai {until}}}.',
  'timeline.package-returning.buyer':
    '{reasonCode, select, refused {{goods} tidak diterima dan kembali ke penjual.} unclaimed {{goods} tidak diambil dan kembali ke penjual.} found {{goods} ditemukan dan kembali ke penjual.} other {{goods} tidak dapat diantarkan dan kembali ke penjual.}}',
  'timeline.package-returning.seller':
    '{reasonCode, select, refused {Pembeli tidak menerima {goods}: paket kembali.} unclaimed {Pembeli tidak mengambil {goods}: paket kembali.} found {{goods} ditemukan dan kembali.} other {{goods} tidak dapat diantarkan dan kembali.}}',
  'timeline.package-received-back.buyer': '{goods} sudah kembali di penjual.',
  'timeline.package-received-back.seller': '{goods} sudah kembali.',
  'timeline.package-lost.buyer':
    '{reasonCode, select, damaged {{goods} rusak di perjalanan dan tidak akan tiba.} overdue {{goods} dianggap hilang, karena tidak ada kabarnya.} other {{carrier} menghilangkan {goods}.}}',
  'timeline.package-lost.seller':
    '{reasonCode, select, damaged {{goods} rusak di perjalanan.} overdue {{goods} dianggap hilang, karena tidak ada kabarnya.} other {{carrier} menghilangkan {goods}.}}',
  'timeline.package-overdue.buyer': '{goods} terlambat: tidak ada kabarnya.',
  'timeline.package-overdue.seller': '{goods} terlambat: tidak ada kabarnya.',
  'timeline.package-corrected.buyer': 'Paket dikirim dengan {carrier}, nomor resi {trackingNumber}.',
  'timeline.package-corrected.seller': 'Paket dikirim dengan {carrier}, nomor resi {trackingNumber}.',
  'timeline.mark-taken-back.buyer':
    '{mark, select, shipped {Paket belum dikirim; sebelumnya keliru dilaporkan.} other {Paket belum sampai; sebelumnya keliru dilaporkan.}}',
  'timeline.mark-taken-back.seller':
    '{mark, select, shipped {Paket belum dikirim; sebelumnya keliru dilaporkan.} other {Paket belum sampai; sebelumnya keliru dilaporkan.}}',
  'timeline.delivered.buyer':
    '{lost, select, none {Semua barang sudah tiba.} other {Tidak ada lagi yang akan tiba: {lost} tidak pernah tiba.}}',
  'timeline.delivered.seller':
    '{lost, select, none {Semua barang sudah sampai ke pembeli.} other {Tidak ada lagi yang akan sampai ke pembeli: {lost} tidak pernah tiba.}}',
  'timeline.completed.buyer':
    '{automatically, select, true {Pesanan selesai otomatis, {days, plural, =1 {# hari} other {# hari}} setelah tiba.} other {Kamu mengonfirmasi bahwa pesanan sudah diterima.}}',
  'timeline.completed.seller':
    '{automatically, select, true {Pesanan selesai otomatis, {days, plural, =1 {# hari} other {# hari}} setelah tiba.} other {Pembeli mengonfirmasi bahwa pesanan sudah diterima.}}',
  'timeline.lines-cancelled.buyer':
    '{reasonCode, select, unpaid {Pesanan tidak dibayar tepat waktu dan dibatalkan.} not_shipped {{goods} tidak dikirim tepat waktu dan dibatalkan.} other {{canceller, select, buyer {Kamu} seller {Penjual} other {Marketplace}} membatalkan {goods}{reason, select, none {} other { ({reason})}}.}}',
  'timeline.lines-cancelled.seller':
    '{reasonCode, select, unpaid {Pesanan tidak dibayar tepat waktu dan dibatalkan.} not_shipped {{goods} tidak dikirim tepat waktu dan dibatalkan.} other {{canceller, select, buyer {Pembeli} seller {Kamu} other {Marketplace}} membatalkan {goods}{reason, select, none {} other { ({reason})}}.}}',
  'timeline.cancellation-requested.buyer': 'Kamu meminta pembatalan {goods}.',
  'timeline.cancellation-requested.seller':
    'Pembeli meminta pembatalan {goods}{reason, select, none {} other { ({reason})}}.',
  'timeline.cancellation-approved.buyer':
    '{automatically, select, true {Penjual tidak menjawab tepat waktu, jadi pembatalan disetujui.} other {Penjual menyetujui pembatalan.}}',
  'timeline.cancellation-approved.seller':
    '{automatically, select, true {Pembatalan tidak dijawab tepat waktu, jadi disetujui.} other {Pembatalan disetujui.}}',
  'timeline.cancellation-rejected.buyer': 'Penjual menolak pembatalan.',
  'timeline.cancellation-rejected.seller': 'Pembatalan ditolak.',
  'timeline.cancellation-withdrawn.buyer': 'Kamu menarik kembali permintaan pembatalan.',
  'timeline.cancellation-withdrawn.seller': 'Pembeli menarik kembali permintaan pembatalan.',
  'timeline.address-change-requested.buyer':
    'Kamu meminta alamat lain{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}.',
  'timeline.address-change-requested.seller':
    'Pembeli meminta alamat lain{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}.',
  'timeline.address-change-applied.buyer':
    'Pesanan dikirim ke alamat baru{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}.',
  'timeline.address-change-applied.seller':
    'Pesanan dikirim ke alamat lain{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}.',
  'timeline.address-change-rejected.buyer':
    '{reasonCode, select, cancelled {Perubahanmu gugur bersama barang yang dibatalkan.} unanswered {Alamat tetap, karena penjual tidak menjawab tepat waktu.} other {Penjual menolak alamat baru.}}',
  'timeline.address-change-rejected.seller':
    '{reasonCode, select, cancelled {Perubahan gugur bersama barang yang dibatalkan.} unanswered {Alamat tetap, karena perubahan tidak dijawab tepat waktu.} other {Alamat baru ditolak.}}',
  'timeline.address-change-withdrawn.buyer': 'Kamu menarik kembali perubahan alamat.',
  'timeline.address-change-withdrawn.seller': 'Pembeli menarik kembali perubahan alamat.',
  'lines-change.replaced': '{replaced} diganti menjadi {wanted}',
  'lines-change.added': 'tambahan {wanted}',
  'lines-change.removed': 'pesanan tanpa {replaced}',
  'timeline.lines-change-requested.buyer':
    'Kamu meminta {change}{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}.',
  'timeline.lines-change-requested.seller':
    'Pembeli meminta {change}{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}.',
  'timeline.lines-change-approved.buyer':
    'Penjual menyetujui perubahanmu{surcharge, select, none {} other {, lebih mahal {surcharge}}}: berlaku setelah dibayar.',
  'timeline.lines-change-approved.seller': 'Perubahan disetujui: berlaku setelah pembeli membayarnya.',
  'timeline.lines-change-applied.buyer':
    'Diubah: {change}{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}. Barang lain tetap sama.',
  'timeline.lines-change-applied.seller':
    'Diubah: {change}{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}. Barang lain tetap sama.',
  'timeline.lines-change-rejected.buyer':
    '{reasonCode, select, cancelled {Perubahanmu gugur bersama barang yang dibatalkan.} unanswered {Perubahanmu tidak dilakukan, karena penjual tidak menjawab tepat waktu.} unpaid {Perubahanmu tidak dilakukan, karena tidak dibayar tepat waktu.} other {Penjual menolak perubahanmu.}}',
  'timeline.lines-change-rejected.seller':
    '{reasonCode, select, cancelled {Perubahan gugur bersama barang yang dibatalkan.} unanswered {Perubahan tidak dilakukan, karena tidak dijawab tepat waktu.} unpaid {Perubahan tidak dilakukan, karena pembeli tidak membayarnya tepat waktu.} other {Perubahan ditolak.}}',
  'timeline.lines-change-withdrawn.buyer': 'Kamu menarik kembali perubahanmu.',
  'timeline.lines-change-withdrawn.seller': 'Pembeli menarik kembali perubahan.',
  'timeline.message-posted.buyer':
    '{from, select, buyer {Kamu} seller {Penjual} other {Marketplace}} menulis pesan.',
  'timeline.message-posted.seller':
    '{from, select, buyer {Pembeli} seller {Kamu} other {Marketplace}} menulis pesan.',
  'timeline.review-requested.buyer': 'Kamu diminta memberi ulasan.',
  'timeline.review-requested.seller': 'Pembeli diminta memberi ulasan.',
  'timeline.review-submitted.buyer': 'Kamu memberi nilai {score} dari 5.',
  'timeline.review-submitted.seller': 'Pembeli memberi nilai {score} dari 5.',
  'timeline.payment-authorisation-reported.buyer':
    '{outcomeCode, select, authorised {{amount} disisihkan untuk pembayaranmu.} voided {Dana yang disisihkan untuk pembayaranmu dilepas.} expired {Dana yang disisihkan untuk pembayaranmu dilepas.} other {Pembayaran {amount} tidak berhasil.}}',
  'timeline.payment-authorisation-reported.seller':
    '{outcomeCode, select, authorised {{amount} disisihkan untuk pembayaran pembeli.} other {{amount} tidak lagi disisihkan untuk pembayaran.}}',
  'timeline.funds-withdrawn.buyer':
    '{kindCode, select, chargeback {Bankmu menarik kembali {amount}.} refund {Penyedia pembayaran mengembalikan {amount} kepadamu.} other {Pembayaranmu {amount} ternyata tidak masuk.}}',
  'timeline.funds-withdrawn.seller':
    '{kindCode, select, chargeback {Bank pembeli menarik kembali {amount}.} refund {Penyedia pembayaran mengembalikan {amount} ke pembeli.} other {Pembayaran {amount} ternyata tidak masuk.}}',
  'timeline.withdrawal-closed.buyer':
    '{outcomeCode, select, lost {{amount} tetap dikembalikan.} other {{amount} terbayar lagi.}}',
  'timeline.withdrawal-closed.seller':
    '{outcomeCode, select, lost {{amount} yang ditarik kembali hilang.} other {{amount} yang ditarik kembali sudah masuk lagi.}}',
};
