import { type refusals as english } from '../en/refusals.js';

export const refusals: Record<keyof typeof english, string> = {
  'role.buyer': 'pembeli',
  'role.seller': 'penjual',
  'role.service': 'layanan marketplace',
  'role.payments': 'penyedia pembayaran',
  'role.carrier': 'kurir',
  'role.platform': 'marketplace',
  'role.analyst': 'analis',
  'role.timer': 'sistem',
  'problem.role-not-allowed': 'Hanya {who} yang bisa melakukan ini.',
  'problem.not-your-account': 'Kamu hanya bisa melakukan ini untuk dirimu sendiri.',
  'problem.order-not-found': 'Pesanan tidak ditemukan.',
  'problem.order-already-exists': 'Sudah ada pesanan dengan id ini. Pilih id lain.',
  'problem.revision-mismatch': 'Data ini sudah berubah. Periksa lagi sebelum melanjutkan.',
  'problem.idempotency-key-reused':
    'Kunci idempotensi ini sudah dipakai untuk permintaan lain. Gunakan kunci baru.',
  'problem.too-much-contention': 'Saat ini banyak yang mengubah data ini. Coba lagi sebentar lagi, ya.',
  'problem.no-lines': 'Pilih minimal satu barang.',
  'problem.duplicate-line': 'Baris {lineId} ada dua kali. Gabungkan menjadi satu baris.',
  'problem.unknown-line': 'Pesanan ini tidak punya baris {lineId}. Pilih salah satu barisnya.',
  'problem.bad-quantity': 'Jumlah harus berupa bilangan bulat, minimal 1.',
  'problem.bad-money':
    '{fault, select, sum {Total harganya terlalu besar untuk dihitung. Kurangi pesananmu.} zero {Masukkan nilai di atas nol.} other {Masukkan nilai yang tidak di bawah nol.}}',
  'problem.unknown-currency': '{currency} bukan kode mata uang. Gunakan kode ISO 4217, misalnya IDR.',
  'problem.totals-mismatch':
    '{fault, select, discounts {Potongan harga ({named}) melebihi harga barang ({sum}).} other {Jumlah seluruh rincian adalah {sum}, tetapi totalnya tertulis {named}. Kirim total yang sesuai dengan rinciannya.}}',
  'problem.bad-address':
    '{field, select, recipient {Isi nama penerima paket.} street {Isi nama jalan dan nomor rumah.} city {Isi nama kota.} other {Isi negara dengan kode dua huruf besar, misalnya ID.}}',
  'problem.cash-needs-delivery':
    'Bayar di tempat (COD) hanya untuk barang yang dikirim. Pilih metode pembayaran lain.',
  'problem.too-many-unpaid':
    '{available, plural, =0 {Bayar dulu pesanan {title} yang lain.} other {Hanya # {title} bisa dipesan sebelum dibayar. Kurangi jumlahnya, atau bayar dulu pesanan yang lain.}}',
  'problem.quote-required': 'Minta penawaran harga dulu, lalu pesan dengan id-nya.',
  'problem.unknown-quote': 'Tidak ada penawaran harga seperti itu untuk pembeli ini. Minta yang baru.',
  'problem.quote-expired': 'Penawaran harga ini berlaku sampai {until}. Minta yang baru.',
  'problem.quote-used': 'Penawaran harga ini sudah dipakai untuk sebuah pesanan. Minta yang baru.',
  'problem.quote-mismatch':
    'Penawaran harga menyebutkan hal lain di sini. Kosongkan, atau minta penawaran baru.',
  'problem.fee-mismatch':
    '{fee, select, insurance {Asuransi pengiriman} other {Biaya marketplace}} untuk barang ini {amount}. Cantumkan satu kali di daftar biaya dengan nilai itu.',
  'problem.not-offered': 'Penjual tidak menawarkan {product}. Hapus dari pesanan.',
  'problem.variant-not-offered':
    '{variant, select, none {Pilih salah satu varian {title}.} other {{title} tidak tersedia sebagai {variant}. Pilih salah satu variannya.}}',
  'problem.offer-in-other-currency':
    '{title} dijual dalam {currency}. Pesan barang dengan satu mata uang dalam satu waktu.',
  'problem.currency-mismatch': 'Pesanan ini dibayar dalam {currency}.',
  'problem.amount-over-due': 'Sisa tagihannya hanya {due}. Bayar sejumlah itu, ya.',
  'problem.payment-already-recorded': 'Pembayaran {paymentId} sudah tercatat.',
  'problem.card-data-not-allowed':
    'Ini tampak seperti nomor kartu, yang tidak pernah kami simpan. Gunakan nomor referensi dari penyedia pembayaran.',
  'problem.out-of-stock':
    '{available, plural, =0 {{title} sudah habis. Hapus dari pesanan, atau pilih yang lain.} other {{title} hanya tersisa #. Kurangi jumlahnya, atau pilih yang lain.}}',
  'problem.stock-missing': 'Stok tidak cukup: {goods}. Tambah stoknya, atau batalkan.',
  'problem.order-not-paid': 'Pesanan ini harus dibayar dulu.',
  'problem.order-already-paid': 'Pesanan ini sudah lunas.',
  'problem.order-on-hold':
    'Pembeli masih bisa langsung membatalkan pesanan ini. Tunggu sampai waktunya lewat, ya.',
  'problem.order-not-confirmed': 'Penjual harus mengonfirmasi pesanan ini dulu.',
  'problem.order-already-confirmed': 'Pesanan ini sudah dikonfirmasi.',
  'problem.order-not-shipped': 'Barangnya belum dikirim.',
  'problem.order-already-shipped':
    'Ini tidak bisa dilakukan lagi: barang sudah dalam perjalanan atau sudah sampai.',
  'problem.order-not-delivered': 'Pesanan ini belum sampai.',
  'problem.order-already-delivered': 'Semua barang dalam pesanan ini sudah sampai.',
  'problem.order-not-completed': 'Kamu bisa memberi ulasan setelah pesanan ini selesai.',
  'problem.order-already-completed': 'Pesanan ini sudah selesai.',
  'problem.order-cancelled': 'Pesanan ini sudah dibatalkan, jadi tidak bisa diubah lagi.',
  'problem.too-many-units':
    '{left, plural, =0 {Tidak ada {title} yang bisa diproses: semuanya sudah diproses, atau belum sampai.} other {Kamu memilih {named} {title}, tetapi hanya # yang bisa diproses.}}',
  'problem.nothing-left':
    '{fault, select, packed {Semua barang sudah dikemas, atau tidak perlu dikemas.} cancelled {Semua barang sudah dikirim atau dibatalkan.} other {Pilih minimal satu barang.}}',
  'problem.reason-not-yours':
    'Alasan ini hanya bisa diberikan pihak lain. Pilih {reasons}, atau alasan lain.',
  'problem.cancellation-open':
    'Ada permintaan pembatalan untuk barang ini. Permintaan itu harus dijawab atau ditarik dulu.',
  'problem.unknown-cancellation': 'Tidak ada permintaan pembatalan seperti itu.',
  'problem.cancellation-already-exists': 'Sudah ada pembatalan dengan id {cancellationId}. Pilih id lain.',
  'problem.nothing-changes': 'Pesanannya sudah seperti itu. Pilih apa yang mau diubah.',
  'problem.quantity-too-low':
    'Jumlah {title} minimal {least}, termasuk yang sudah dibatalkan atau diserahkan. Kalau tidak mau sama sekali, batalkan saja.',
  'problem.last-line': 'Pesanan harus tetap berisi sesuatu. Kalau tidak mau sama sekali, batalkan saja.',
  'problem.shipping-costs-more':
    'Pengiriman ke sana menambah biaya {amount}, dan pesanan ini sudah dibayar. Tetap pakai alamat lama, atau batalkan dan pesan lagi.',
  'problem.change-open':
    '{waitsFor, select, payment {Ada perubahan pesanan yang menunggu pembayaran. Perubahan itu harus dibayar atau ditarik dulu.} other {Ada perubahan pesanan yang masih menunggu. Perubahan itu harus dijawab atau ditarik dulu.}}',
  'problem.unknown-change': 'Tidak ada perubahan seperti itu yang masih menunggu.',
  'problem.change-already-exists': 'Sudah ada perubahan dengan id {changeId}. Pilih id lain.',
  'problem.change-awaits-payment':
    'Perubahan ini sudah disetujui, dan berlaku begitu pembeli membayar selisihnya.',
  'problem.package-already-arranged':
    'Paketnya sudah siap dijemput kurir. Hubungi penjual, atau kembalikan barangnya setelah sampai.',
  'problem.package-already-exists':
    '{fault, select, shipped {Paket {packageId} sudah diserahkan ke kurir.} different {Paket {packageId} disiapkan dengan data lain. Kirim dengan id-nya saja.} other {Sudah ada paket dengan id {packageId}. Pilih id lain.}}',
  'problem.checklist-required': 'Centang dulu daftar periksa pengemasan.',
  'problem.shipment-incomplete': 'Paket yang belum disiapkan butuh metode pengiriman, kurir, dan nomor resi.',
  'problem.no-shipping-needed': 'Barang ini tidak perlu dikemas. Hapus dari paket.',
  'problem.unknown-package': 'Pesanan ini tidak punya paket {packageId}. Pilih salah satu paketnya.',
  'problem.package-required': 'Pilih paket yang belum sampai.',
  'problem.package-not-shipped': 'Paket {packageId} belum diserahkan ke kurir.',
  'problem.package-already-delivered': 'Paket {packageId} sudah sampai.',
  'problem.not-own-courier':
    'Paket ini diantar lewat marketplace, jadi kurirnya yang melaporkan kelanjutannya.',
  'problem.not-your-package':
    'Paket ini dibawa kurir lain. Kalau ini paketmu, minta marketplace mencantumkan nama kurir di paket ini sebagai namamu.',
  'problem.not-your-payment':
    'Uang ini ada di penyedia pembayaran lain. Kalau ada padamu, minta marketplace mencantumkan nama pada pembayaran ini sebagai namamu.',
  'problem.proof-required': 'Sebutkan siapa yang menerima paket, atau di mana fotonya disimpan.',
  'problem.take-back-window-over': 'Ini bisa ditarik kembali sampai {until}.',
  'problem.cash-already-refunded':
    'Uang tunai yang dibayar saat penyerahan sudah dikembalikan ke pembeli, jadi penyerahannya tetap berlaku.',
  'problem.scan-in-future':
    'Waktu pemindaian ini di masa depan. Periksa jam dan zona waktu alat pemindainya.',
  'problem.estimate-in-past': '{day} sudah lewat. Pilih tanggal lain.',
  'problem.estimate-not-later':
    'Barang diperkirakan tiba {day}, jadi tanggal yang lebih awal bukan keterlambatan. Ubah saja perkiraannya.',
  'problem.voucher-not-there':
    'Penjual tidak punya voucher {code} dengan nilai ini untuk pembeli ini. Kosongkan kodenya untuk menerbitkan yang baru.',
  'problem.bad-offer':
    '{kind, select, voucher {Voucher butuh nilai di atas nol.} other {Pengiriman lebih cepat tidak punya nilai atau kode. Hapus keduanya.}}',
  'problem.nothing-due': 'Belum ada yang jatuh tempo di pesanan ini.',
  'problem.bad-text':
    '{fault, select, blank {Tulis sesuatu dulu, ya.} long {Teksnya maksimal {most} karakter, ya.} other {Teks ini berisi karakter kontrol. Hapus dulu karakter itu.}}',
  'problem.too-many-messages': 'Pesanan ini sudah punya {most} pesan, dan tidak bisa menerima lagi.',
  'problem.bad-score': 'Pilih bilangan bulat dari 1 sampai 5.',
  'problem.order-already-reviewed':
    'Kamu sudah memberi ulasan untuk pesanan ini. Ulasan tidak bisa diubah lagi.',
  'problem.return-window-over': 'Barang dari pesanan ini hanya bisa dikembalikan sampai {until}.',
  'problem.goods-not-returnable': 'Penjual tidak menerima pengembalian barang ini.',
  'problem.unknown-return': 'Pesanan ini tidak punya pengembalian seperti itu.',
  'problem.return-already-exists': 'Sudah ada pengembalian dengan id {returnId}. Pilih id lain.',
  'problem.offer-over-worth': 'Nilai barang ini {most}. Tawarkan paling banyak sejumlah itu.',
  'problem.unknown-claim': 'Pesanan ini tidak punya klaim seperti itu.',
  'problem.claim-already-exists': 'Sudah ada klaim dengan id {claimId}. Pilih id lain.',
  'problem.claim-open': 'Masih ada klaim. Klaim itu harus diputuskan atau ditarik dulu.',
  'problem.claim-window-over': 'Klaim untuk pesanan ini hanya bisa diajukan sampai {until}.',
  'problem.claim-over-worth': 'Nilai barang yang diklaim {most}. Kabulkan paling banyak sejumlah itu.',
  'problem.no-appeal':
    '{fault, select, twice {Banding atas keputusan ini sudah diajukan. Setiap klaim hanya punya satu banding.} lapsed {Klaim berakhir karena marketplace tidak diminta memutuskan tepat waktu. Tidak ada banding untuk itu.} other {Klaim dikabulkan seluruhnya. Tidak ada yang bisa dibanding.}}',
  'problem.appeal-window-over': 'Banding atas keputusan ini hanya bisa diajukan sampai {until}.',
  'problem.not-in-part':
    '{fault, select, seller {Tidak ada yang dikabulkan kalau klaim diputuskan untuk penjual. Hapus unit dan jumlahnya.} both {Sebutkan unit atau jumlah, jangan keduanya.} amount {Suatu jumlah sudah dikabulkan sebelumnya. Kabulkan jumlah tambahan, atau seluruh klaim.} other {Paket belum sampai: klaim hanya bisa dikabulkan seluruhnya.}}',
  'problem.units-in-another-case': 'Barang ini sudah ada di pengembalian atau klaim lain.',
  'problem.case-in-other-state':
    'Ini belum atau tidak bisa dilakukan dengan {kind, select, return {pengembalian} claim {klaim} package {paket} other {pengembalian dana}} ini: {waitsFor, select, buyer {masih menunggu pembeli} carrier {masih menunggu kurir} seller {masih menunggu penjual} platform {masih menunggu marketplace} payments {masih menunggu penyedia pembayaran} other {sudah selesai}}.',
  'problem.unknown-refund': 'Pesanan ini tidak punya pengembalian dana seperti itu.',
  'problem.refund-share-unclear':
    'Pengembalian dana ini menuju beberapa pembayaran. Sebutkan pembayaran yang dimaksud.',
  'problem.refund-already-exists': 'Sudah ada pengembalian dana dengan id {refundId}. Pilih id lain.',
  'problem.reserved-name': 'Id seperti ini khusus untuk pengembalian dana otomatis. Pilih id lain.',
  'problem.refund-over-captured': 'Dari yang sudah dibayar, hanya {left} yang masih bisa dikembalikan.',
  'problem.unknown-coupon': 'Penjual tidak punya kupon seperti itu.',
  'problem.coupon-not-valid-now':
    '{when, select, before {Kupon {coupon} bisa dipakai mulai {at}.} other {Kupon {coupon} hanya berlaku sampai {at}.}}',
  'problem.coupon-withdrawn': 'Penjual sudah menarik kupon {coupon}.',
  'problem.coupon-not-yours': 'Kupon {coupon} untuk pembeli lain.',
  'problem.coupon-promised': 'Kupon {coupon} sudah dijanjikan kepada pembeli, jadi tidak bisa ditarik.',
  'problem.coupon-used-up':
    '{perBuyer, plural, =0 {Kupon {coupon} sudah habis dipakai.} =1 {Setiap pembeli hanya bisa memakai kupon {coupon} satu kali.} other {Setiap pembeli hanya bisa memakai kupon {coupon} untuk # pesanan.}}',
  'problem.coupon-minimum-not-reached': 'Kupon {coupon} berlaku untuk belanja minimal {minimum}.',
  'problem.coupon-for-returning-buyers':
    '{orders, plural, =1 {Kupon {coupon} khusus untuk pembeli yang pernah menyelesaikan pesanan di toko ini.} other {Kupon {coupon} khusus untuk pembeli yang sudah menyelesaikan # pesanan di toko ini.}}',
  'problem.coupon-in-other-currency': 'Kupon {coupon} hanya untuk pesanan dalam {currency}.',
  'problem.coupon-gives-nothing': 'Kupon {coupon} tidak memberi potongan untuk barang ini.',
  'problem.coupon-amount-mismatch':
    'Kupon {coupon} memberi potongan {amount}. Cantumkan satu kali di daftar potongan dengan nilai itu.',
  'problem.coupon-not-named':
    '{coupon} adalah kupon penjual. Sebutkan di daftar kupon pesanan, atau hapus potongan itu.',
  'problem.coupon-already-exists': 'Sudah ada kupon {coupon} dengan ketentuan lain. Pilih kode lain.',
  'problem.receipt-already-exists': 'Kiriman dengan id ini sudah masuk dengan barang lain. Pilih id lain.',
  'problem.out-of-range': 'Pilih bilangan bulat dari {least} sampai {most}.',
  'problem.bad-list':
    '{fault, select, many {Paling banyak {most} produk bisa dikecualikan dari pengembalian.} other {Setiap produk hanya boleh ada satu kali di daftar.}}',
  'problem.bad-calendar':
    '{fault, select, zone {Zona waktu ini tidak dikenal. Gunakan nama seperti Asia/Jakarta.} weekdays {Hari kerja adalah angka dari 1 untuk Senin sampai 7 untuk Minggu: pilih minimal satu, masing-masing satu kali.} day {Hari libur ditulis sebagai tanggal YYYY-MM-DD.} other {Paling banyak {most} hari libur bisa diatur.}}',
  'problem.unknown-payment':
    'Pesanan ini belum punya pembayaran seperti itu. Laporkan dulu penerimaannya, lalu kirim lagi.',
  'problem.unknown-withdrawal':
    'Pesanan ini belum punya penarikan seperti itu. Laporkan dulu penarikannya, lalu kirim lagi.',
};
