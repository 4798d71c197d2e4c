import { type notices as english } from '../en/notices.js';

export const notices: Record<keyof typeof english, string> = {
  'notice.heading.buyer': '{title} – {shop}, pesanan {order}',
  'notice.heading.seller': '{title} – pesanan {order}',
  'notice.placed.buyer.title': 'Pesanan dibuat',
  'notice.placed.buyer.body':
    'Kamu memesan {goods} dari {shop} seharga {total}.{due, select, none {} other { Bayar sebelum {due}, ya: penjual mulai memproses setelah pesanan dibayar.}}',
  'notice.payment-captured.buyer.title': 'Pembayaran diterima',
  'notice.payment-captured.buyer.body':
    'Kami sudah menerima {amount} untuk {goods}.{outstanding, select, none {} other { Masih ada {outstanding} yang harus dibayar.}}{orderCancelled, select, true { Pesanan ini sudah dibatalkan, jadi uangmu dikembalikan.} other {}}',
  'notice.hold-released.buyer.title': 'Pesanan diteruskan ke penjual',
  'notice.hold-released.buyer.body':
    'Pesanan {goods} diteruskan ke {shop}. Kalau mau batal, kamu masih bisa mengajukannya ke penjual.',
  'notice.hold-released.seller.title': 'Pesanan perlu dikonfirmasi',
  'notice.hold-released.seller.body':
    'Pembeli {goods} tidak bisa lagi membatalkan langsung. Cek dan konfirmasi pesanannya{shipBy, select, none {.} other {{toSend, select, none { sebelum {shipBy}.} other {. Kirim sebelum {shipBy}.}}}}',
  'notice.confirmed.buyer.title': 'Pesanan dikonfirmasi',
  'notice.confirmed.buyer.body':
    '{toSend, select, none {{shop} sudah mengonfirmasi pesanan {goods}.} other {{shop} sedang menyiapkan {toSend}.}}',
  'notice.confirmed.seller.title': 'Pesanan dikonfirmasi{automatically, select, true { otomatis} other {}}',
  'notice.confirmed.seller.body':
    '{toSend, select, none {{goods} tidak perlu dikirim, jadi kamu tidak perlu mengemas apa pun.} other {Kemas dan kirim {toSend}{shipBy, select, none {} other { sebelum {shipBy}}}.}}',
  'notice.stock-missing.seller.title': 'Pesanan belum dikonfirmasi: stok habis',
  'notice.stock-missing.seller.body':
    'Stokmu kurang untuk {goods}. Tambah stok lalu konfirmasi pesanannya, atau batalkan barangnya.',
  'notice.shipment-late.buyer.title': 'Pesananmu terlambat',
  'notice.shipment-late.buyer.body':
    '{shop} seharusnya sudah mengirim {goods}. Penjual sudah kami ingatkan.{lateCancel, select, none {} other { Yang belum dikemas sampai {lateCancel} dibatalkan, dan uangmu kembali.}}',
  'notice.shipment-late.seller.title': 'Kirim pesanan ini sekarang',
  'notice.shipment-late.seller.body':
    'Batas waktu mengirim {goods} sudah lewat.{lateCancel, select, none {} other { Yang belum dikemas sampai {lateCancel} dibatalkan.}}',
  'notice.goods-provided.buyer.title': 'Siap untuk kamu',
  'notice.goods-provided.buyer.body': '{goods} dari {shop} tidak perlu dikirim dan sudah bisa dipakai.',
  'notice.package-arranged.buyer.title': 'Paket dikemas',
  'notice.package-arranged.buyer.body':
    '{shop} sudah mengemas {goods} untuk {carrier}, nomor resi {trackingNumber}.{estimatedDelivery, select, none {} other { Perkiraan tiba paling lambat {estimatedDelivery}.}}',
  'notice.package-arranged.seller.title': 'Paket dikemas',
  'notice.package-arranged.seller.body':
    'Paket berisi {goods} siap diserahkan ke {carrier}, nomor resi {trackingNumber}.',
  'notice.package-unpacked.seller.title': 'Keluarkan barang dari paket',
  'notice.package-unpacked.seller.body':
    'Keluarkan lagi {goods} dari paket {packageId}: pesanan berubah setelah kamu mengemasnya.',
  'notice.shipped.buyer.title': 'Paket dalam perjalanan',
  'notice.shipped.buyer.body':
    '{goods} dari {shop} sedang dikirim dengan {carrier}, nomor resi {trackingNumber}.{estimatedDelivery, select, none {} other { Perkiraan tiba paling lambat {estimatedDelivery}.}}',
  'notice.shipped.seller.title': 'Paket diserahkan ke kurir',
  'notice.shipped.seller.body':
    '{goods} sedang dikirim ke pembeli dengan {carrier}, nomor resi {trackingNumber}.',
  'notice.delayed.buyer.title': 'Pengiriman tertunda',
  'notice.delayed.buyer.body':
    '{goods} dari {shop} diperkirakan tiba paling lambat {newEstimate}{previousEstimate, select, none {} other {, bukan {previousEstimate}}}.{cause, select, none {} other { Penyebab: {cause}.}}{voucher, select, none {} other { Sebagai gantinya kamu dapat voucher {voucher}.}}{fasterShipping, select, true { Penjual menanggung pengiriman yang lebih cepat.} other {}}',
  'notice.delayed.seller.title': 'Pengiriman tertunda',
  'notice.delayed.seller.body':
    '{goods} diperkirakan sampai ke pembeli paling lambat {newEstimate}{previousEstimate, select, none {} other {, bukan {previousEstimate}}}.{cause, select, none {} other { Penyebab: {cause}.}}',
  'notice.estimate-changed.buyer.title': 'Perkiraan tiba berubah',
  'notice.estimate-changed.buyer.body':
    '{goods} dari {shop} diperkirakan tiba paling lambat {newEstimate}{previousEstimate, select, none {} other {, bukan {previousEstimate}}}.',
  'notice.package-delivered.buyer.title': 'Paket tiba',
  'notice.package-delivered.buyer.body':
    '{goods} dari {shop} sudah tiba{wasLost, select, true {. Paket ini tadinya dianggap hilang, dan pengembalian danamu tetap berlaku} other {}}.',
  'notice.delivery-attempted.buyer.title': 'Paketmu belum bisa diserahkan',
  'notice.delivery-attempted.buyer.body':
    'Kurir tidak bisa menyerahkan {goods} dari {shop}{until, select, none { dan akan mencoba lagi} other { dan akan mencoba lagi pada {until}}}. Periksa alamat di pesanan dan pastikan ada yang menerima.',
  'notice.package-held.buyer.title': 'Ambil paketmu',
  'notice.package-held.buyer.body':
    '{goods} dari {shop} menunggu kamu{place, select, none {} other { ({place})}}. Ambil{until, select, none {} other { sebelum {until} berakhir}}; kalau tidak, paket akan kembali.',
  'notice.package-returning.buyer.title': 'Paket kembali ke penjual',
  'notice.package-returning.buyer.body':
    '{reasonCode, select, refused {{goods} tidak diterima dan kembali ke {shop}.} unclaimed {{goods} tidak diambil dan kembali ke {shop}.} found {{goods} ditemukan dan kembali ke {shop}.} other {{goods} tidak dapat diantarkan dan kembali ke {shop}.}}',
  'notice.package-returning.seller.title': 'Ada paket yang kembali',
  'notice.package-returning.seller.body':
    '{reasonCode, select, refused {Pembeli tidak menerima {goods}.} unclaimed {Pembeli tidak mengambil {goods}.} found {{goods} ditemukan.} other {{goods} tidak dapat diantarkan.}} Setelah kamu terima, catat apa yang masih bisa dijual.{packageLost, select, none {} other { Tanpa kabar sampai {packageLost} paket dianggap hilang.}}',
  'notice.package-received-back.buyer.title': 'Paket sudah kembali di penjual',
  'notice.package-received-back.buyer.body': '{goods} sudah kembali di {shop}.',
  'notice.package-lost.buyer.title': 'Paket hilang',
  'notice.package-lost.buyer.body':
    '{reasonCode, select, damaged {{goods} dari {shop} rusak di perjalanan dan tidak akan tiba.} overdue {{goods} dari {shop} dianggap hilang, karena tidak ada kabarnya.} other {Kurir menghilangkan {goods} dari {shop}.}}',
  'notice.package-lost.seller.title': 'Paket hilang',
  'notice.package-lost.seller.body':
    '{reasonCode, select, damaged {{goods} rusak di perjalanan.} overdue {{goods} dianggap hilang, karena tidak ada kabarnya.} other {Kurir menghilangkan {goods}.}} Kalau paket kembali kepadamu, catat.',
  'notice.package-overdue.buyer.title': 'Paket terlambat',
  'notice.package-overdue.buyer.body':
    'Sudah lama tidak ada kabar tentang {goods} dari {shop}. Kalau sudah kamu terima, konfirmasi.{packageLost, select, none {} other { Kalau tidak, paket dianggap hilang pada {packageLost}.}}',
  'notice.package-overdue.seller.title': 'Cari tahu di mana paket berada',
  'notice.package-overdue.seller.body':
    'Sudah lama tidak ada kabar tentang {goods}. Tanyakan kepada kurir, lalu catat apa yang terjadi.{packageLost, select, none {} other { Kalau tidak, paket dianggap hilang pada {packageLost}, dan dana pembeli dikembalikan.}}',
  'notice.package-corrected.buyer.title': 'Nomor resi baru',
  'notice.package-corrected.buyer.body':
    '{goods} dari {shop} dikirim dengan {carrier}, nomor resi {trackingNumber}.',
  'notice.mark-taken-back.buyer.title':
    '{mark, select, shipped {Paket belum dikirim} other {Paket belum sampai}}',
  'notice.mark-taken-back.buyer.body':
    '{mark, select, shipped {{goods} dari {shop} belum dikirim; sebelumnya keliru dilaporkan.} other {{goods} dari {shop} belum sampai; sebelumnya keliru dilaporkan.}}',
  'notice.mark-taken-back.seller.title':
    '{mark, select, shipped {Paket belum dikirim} other {Paket belum sampai}}',
  'notice.mark-taken-back.seller.body':
    '{mark, select, shipped {{goods} masih ada padamu.} other {{goods} belum sampai di pembeli; sebelumnya keliru dilaporkan.}}',
  'notice.delivered.buyer.title':
    '{lost, select, none {Semua barang sudah tiba} other {Tidak ada lagi yang akan tiba}}',
  'notice.delivered.buyer.body':
    '{lost, select, none {{provided, select, true {Konfirmasi kalau semuanya sudah kamu terima} other {{goods} dari {shop} sudah tiba. Konfirmasi kalau sudah kamu terima}}} other {{lost} dari {shop} tidak pernah tiba. Konfirmasi kalau sisanya sudah kamu terima}}{autoComplete, select, none {} other {; kalau tidak, pesanan selesai otomatis pada {autoComplete}}}. Kalau ada masalah, ajukan pengembalian barang.',
  'notice.delivered.seller.title': 'Pesanan tiba',
  'notice.delivered.seller.body':
    '{lost, select, none {{goods} sudah sampai ke pembeli.} other {Semua sudah sampai ke pembeli, kecuali {lost}.}}',
  'notice.completed.buyer.title': 'Pesanan selesai',
  'notice.completed.buyer.body':
    '{automatically, select, true {Pesanan {goods} selesai otomatis karena tidak ada keberatan.} other {Terima kasih sudah mengonfirmasi bahwa {goods} kamu terima.}}',
  'notice.completed.seller.title': 'Pesanan selesai',
  'notice.completed.seller.body':
    '{automatically, select, true {Pesanan {goods} selesai otomatis karena tidak ada keberatan.} other {Pembeli sudah mengonfirmasi bahwa {goods} diterima.}}',
  'notice.lines-cancelled.buyer.title':
    '{orderCancelled, select, true {Pesanan dibatalkan} other {Barang dibatalkan}}',
  'notice.lines-cancelled.buyer.body':
    '{goods} dari {shop} tidak akan dikirim.{reason, select, none {} other { Alasan: {reason}.}}',
  'notice.lines-cancelled.seller.title':
    '{orderCancelled, select, true {Pesanan dibatalkan} other {Barang dibatalkan}}',
  'notice.lines-cancelled.seller.body':
    'Jangan kirim {goods}.{reason, select, none {} other { Alasan: {reason}.}}',
  'notice.cancellation-requested.buyer.title': 'Pembatalan diajukan',
  'notice.cancellation-requested.buyer.body':
    'Kamu meminta {shop} membatalkan {goods}. Barang tidak dikirim sebelum penjual menjawab{answerBy, select, none {} other {, paling lambat {answerBy}}}.',
  'notice.cancellation-requested.seller.title': 'Pembeli mengajukan pembatalan',
  'notice.cancellation-requested.seller.body':
    'Pembeli ingin membatalkan {goods}.{reason, select, none {} other { Alasan: {reason}.}} Jangan kirim sebelum kamu menjawab.{answerBy, select, none {} other { Tanpa jawaban sampai {answerBy}, pembatalan otomatis disetujui.}}',
  'notice.cancellation-approved.buyer.title': 'Pembatalan disetujui',
  'notice.cancellation-approved.buyer.body':
    '{automatically, select, true {{shop} tidak menjawab tepat waktu, jadi pembatalanmu disetujui.} other {{shop} menyetujui pembatalanmu.}}',
  'notice.cancellation-rejected.buyer.title': 'Pembatalan ditolak',
  'notice.cancellation-rejected.buyer.body':
    '{shop} menolak pembatalanmu, jadi pesanan {goods} tetap diproses.',
  'notice.cancellation-withdrawn.buyer.title': 'Pembatalan ditarik kembali',
  'notice.cancellation-withdrawn.buyer.body': 'Kamu tidak jadi membatalkan. Pesanan {goods} tetap diproses.',
  'notice.cancellation-withdrawn.seller.title': 'Pembeli tidak jadi membatalkan',
  'notice.cancellation-withdrawn.seller.body': 'Pesanan {goods} tetap diproses seperti semula.',
  'notice.address-change-requested.buyer.title': 'Perubahan alamat diajukan',
  'notice.address-change-requested.buyer.body':
    'Kamu meminta {shop} mengirim {goods} ke alamat lain. Barang tidak dikirim sebelum penjual menjawab{changeBy, select, none {} other {, paling lambat {changeBy}}}.',
  'notice.address-change-requested.seller.title': 'Pembeli meminta alamat lain',
  'notice.address-change-requested.seller.body':
    'Pembeli {goods} meminta alamat lain. Cek alamatnya di pesanan dan jawab{changeBy, select, none {} other { sebelum {changeBy}}}. Jangan kirim dulu.',
  'notice.address-change-applied.buyer.title': 'Alamat diubah',
  'notice.address-change-applied.buyer.body':
    '{goods} dikirim ke alamat baru{surcharge, select, none {} other {, lebih mahal {surcharge}}}{reduction, select, none {} other {, lebih murah {reduction}}}.',
  'notice.address-change-applied.seller.title': 'Alamat diubah',
  'notice.address-change-applied.seller.body': 'Kirim {goods} ke alamat baru yang ada di pesanan.',
  'notice.address-change-rejected.buyer.title': 'Alamat tidak diubah',
  'notice.address-change-rejected.buyer.body':
    '{reasonCode, select, cancelled {Barang yang ingin kamu kirim ke alamat lain sudah dibatalkan.} unanswered {{shop} tidak menjawab tepat waktu, jadi {goods} dikirim ke alamat semula.} other {{shop} menolak alamat baru, jadi {goods} dikirim ke alamat semula.}}',
  'notice.address-change-rejected.seller.title': 'Alamat tidak diubah',
  'notice.address-change-rejected.seller.body':
    '{reasonCode, select, cancelled {Barang yang ingin dikirim pembeli ke alamat lain sudah dibatalkan.} other {Kirim {goods} ke alamat yang ada di pesanan.}}',
  'notice.address-change-withdrawn.seller.title': 'Pembeli tidak jadi mengubah alamat',
  'notice.address-change-withdrawn.seller.body': 'Kirim {goods} ke alamat yang ada di pesanan.',
  'notice.lines-change-requested.buyer.title': 'Perubahan diajukan',
  'notice.lines-change-requested.buyer.body':
    '{awaitsPayment, select, true {Perubahan ini ({change}) menambah biaya {surcharge}. Perubahan berlaku setelah biaya itu dibayar{changeBy, select, none {} other {, paling lambat {changeBy}}}.} other {Kamu meminta perubahan dari {shop}: {change}. Tidak ada yang dikirim sebelum penjual menjawab{changeBy, select, none {} other {, paling lambat {changeBy}}}.}}',
  'notice.lines-change-requested.seller.title': 'Pembeli meminta perubahan',
  'notice.lines-change-requested.seller.body':
    '{awaitsPayment, select, true {Pembeli meminta {change} dan harus membayar {surcharge}. Jangan kirim dulu.} other {Pembeli meminta {change}. Jawab{changeBy, select, none {} other { sebelum {changeBy}}}, dan jangan kirim dulu.}}',
  'notice.lines-change-approved.buyer.title': 'Perubahan disetujui',
  'notice.lines-change-approved.buyer.body':
    '{shop} menyetujui perubahanmu. Perubahan berlaku setelah {surcharge} dibayar{changeBy, select, none {} other {, paling lambat {changeBy}}}.',
  'notice.lines-change-applied.buyer.title': 'Pesanan diubah',
  'notice.lines-change-applied.buyer.body':
    'Diubah sesuai permintaanmu: {change}. Barang lain di pesananmu dari {shop} tetap sama.',
  'notice.lines-change-applied.seller.title': 'Pesanan diubah',
  'notice.lines-change-applied.seller.body':
    'Diubah: {change}. Barang lain tetap sama. Cek pesanannya sebelum mengemas.',
  'notice.lines-change-rejected.buyer.title': 'Perubahan tidak dilakukan',
  'notice.lines-change-rejected.buyer.body':
    '{reasonCode, select, cancelled {Barang yang ingin kamu ubah sudah dibatalkan.} unanswered {{shop} tidak menjawab tepat waktu, jadi pesanan {goods} tetap seperti semula.} unpaid {Perubahanmu tidak dibayar tepat waktu, jadi pesanan {goods} tetap seperti semula.} other {{shop} menolak perubahanmu, jadi pesanan {goods} tetap seperti semula.}}',
  'notice.lines-change-rejected.seller.title': 'Perubahan tidak dilakukan',
  'notice.lines-change-rejected.seller.body':
    '{reasonCode, select, cancelled {Barang yang ingin diubah pembeli sudah dibatalkan.} other {Pesanan {goods} tetap seperti semula.}}',
  'notice.lines-change-withdrawn.seller.title': 'Pembeli tidak jadi meminta perubahan',
  'notice.lines-change-withdrawn.seller.body': 'Pesanan {goods} tetap seperti semula.',
  'notice.message-posted.buyer.title': 'Ada pesan untukmu',
  'notice.message-posted.buyer.body':
    '{fromPlatform, select, true {Marketplace} other {{shop}}} menulis kepadamu tentang pesanan {goods}.',
  'notice.message-posted.seller.title': 'Ada pesan untukmu',
  'notice.message-posted.seller.body':
    '{fromPlatform, select, true {Marketplace} other {Pembeli}} menulis kepadamu tentang pesanan {goods}.',
  'notice.review-requested.buyer.title': 'Bagaimana pesananmu?',
  'notice.review-requested.buyer.body': 'Ceritakan kepada {shop} dan pembeli lain tentang {goods}.',
  'notice.review-submitted.seller.title': 'Ada ulasan untukmu',
  'notice.review-submitted.seller.body': 'Pembeli {goods} memberi nilai {score} dari 5.',
  'notice.new-order.seller.title': 'Pesanan baru',
  'notice.new-order.seller.body':
    '{onHold, select, true {Ada yang memesan {goods}. Pembeli masih bisa membatalkannya{holdUntil, select, none { untuk sementara waktu} other { sampai {holdUntil}}}.} other {Ada yang memesan {goods}. Cek dan konfirmasi pesanannya{shipBy, select, none {.} other {{toSend, select, none { sebelum {shipBy}.} other {. Kirim sebelum {shipBy}.}}}}}}',
  'notice.funds-withdrawn.buyer.title': 'Uang dikembalikan',
  'notice.funds-withdrawn.buyer.body':
    '{kindCode, select, chargeback {Bankmu menarik kembali {amount} dari pembayaranmu untuk {goods}.} refund {Penyedia pembayaran mengembalikan {amount} kepadamu untuk {goods}.} other {Pembayaranmu {amount} untuk {goods} ternyata tidak masuk.}}',
  'notice.funds-withdrawn.seller.title': 'Uang ditarik kembali',
  'notice.funds-withdrawn.seller.body':
    '{kindCode, select, chargeback {Bank pembeli menarik kembali {amount} dari pembayaran untuk {goods}. Pikirkan dulu sebelum mengirimnya.} refund {Penyedia pembayaran mengembalikan {amount} ke pembeli {goods}.} other {Pembayaran {amount} untuk {goods} ternyata tidak masuk. Pikirkan dulu sebelum mengirimnya.}}',
  'notice.withdrawal-closed.seller.title':
    '{outcomeCode, select, lost {Uang hilang} other {Uang sudah masuk lagi}}',
  'notice.withdrawal-closed.seller.body':
    '{outcomeCode, select, lost {{amount} yang ditarik kembali untuk {goods} hilang.} other {{amount} yang ditarik kembali untuk {goods} sudah masuk lagi.}}',
};
