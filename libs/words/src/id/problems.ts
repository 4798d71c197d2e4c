import { type problems as english } from '../en/problems.js';

export const problems: Record<keyof typeof english, string> = {
  'title.400': 'Permintaan tidak bisa dibaca',
  'title.401': 'Silakan masuk dulu',
  'title.bad-signature': 'Tanda tangan salah',
  'title.stale-signature': 'Tanda tangan kedaluwarsa',
  'title.403': 'Tidak diizinkan',
  'title.404': 'Tidak ditemukan',
  'title.405': 'Tidak bisa dilakukan di sini',
  'title.408': 'Terlalu lambat',
  'title.409': 'Tidak bisa dilakukan sekarang',
  'title.412': 'Data sudah berubah',
  'title.413': 'Terlalu besar',
  'title.414': 'Alamat terlalu panjang',
  'title.415': 'Jenis isi tidak sesuai',
  'title.422': 'Ada yang perlu diperbaiki',
  'title.431': 'Terlalu besar',
  'title.500': 'Terjadi kesalahan',
  'title.503': 'Sedang tidak tersedia',
  'problem.malformed-request': 'Permintaan ini tidak bisa dibaca. Periksa alamat dan header-nya.',
  'problem.request-timeout': 'Permintaan tidak selesai dikirim pada waktunya. Silakan kirim lagi.',
  'problem.headers-too-large': 'Header terlalu besar. Kirim paling banyak {most} KiB.',
  'problem.malformed-json':
    '{fault, select, name {Isian tidak boleh bernama "__proto__", atau "prototype" di dalam "constructor". Hapus isian itu.} other {Isi permintaan bukan JSON yang bisa dibaca.}}',
  'problem.malformed-header': 'Header {name} harus {form}.',
  'problem.invalid-body':
    'Periksa {place, select, none {isi permintaan} other {{place}}}. {detail}{more, plural, =0 {} =1 { Masih ada # bagian lain, lihat `errors`.} other { Masih ada # bagian lain, lihat `errors`.}}',
  'problem.invalid-file':
    'Tidak ada isi berkas ini yang diproses: {rows, plural, =1 {satu baris} other {# baris}} perlu diperbaiki. {first}{rows, plural, =1 {} other { Semuanya ada di `errors`.}}',
  'problem.invalid-query':
    'Periksa {place, select, none {parameter alamat} other {{place}}}. {detail}{more, plural, =0 {} =1 { Masih ada # bagian lain, lihat `errors`.} other { Masih ada # bagian lain, lihat `errors`.}}',
  'problem.body-too-large': 'Isi permintaan terlalu besar. Kirim paling banyak {most} KiB.',
  'problem.address-too-long': 'Alamat ini terlalu panjang.',
  'problem.unsupported-media-type': 'Kirim isi permintaan sebagai {type}.',
  'problem.no-such-path': 'Tidak ada apa-apa di alamat ini.',
  'problem.not-found': 'Data tidak ditemukan.',
  'problem.method-not-allowed': 'Alamat ini menerima {methods}, bukan {method}.',
  'problem.unauthenticated':
    '{fault, select, missing {Silakan masuk dulu: kirim token sebagai "Authorization: Bearer <token>".} expired {Token sudah kedaluwarsa. Silakan masuk lagi.} claims {Token harus memuat "sub", dan "role" berupa salah satu dari {roles}.} other {Token tidak berlaku. Silakan masuk lagi.}}',
  'problem.not-allowed': 'Kamu tidak diizinkan melakukan ini.',
  'problem.temporarily-unavailable':
    'Saat ini belum bisa diproses. Kirim lagi permintaan yang sama sebentar lagi, ya.',
  'identity-provider-away':
    'Token belum bisa diperiksa, karena penyedia identitas tidak menjawab. Coba lagi sebentar lagi, ya.',
  'problem.not-ready': 'Saat ini belum berfungsi: {failing}.',
  'problem.internal-error': 'Terjadi kesalahan di sistem kami, bukan pada permintaanmu. Coba lagi nanti, ya.',
  'history-damaged':
    'Riwayat {kind, select, order {pesanan} coupon {kupon} stock {stok} policy {ketentuan} partner {nama mitra} other {data}} {id} tidak bisa dibaca mulai peristiwa {revision}, jadi saat ini tidak bisa diproses. Kami sudah diberi tahu dan sedang menanganinya.',
  'problem.bad-signature': 'Tanda tangan tidak cocok dengan isi dan pengirim ini.',
  'problem.stale-signature':
    'Tanda tangan dibuat lebih dari lima menit lalu, atau terlalu awal. Buat tanda tangan baru untuk setiap percobaan.',
  'problem.account-not-found':
    '{role, select, buyer {Pembeli tidak ditemukan.} carrier {Kurir tidak ditemukan.} payments {Penyedia pembayaran tidak ditemukan.} other {Penjual tidak ditemukan.}}',
  'problem.coupon-not-found': 'Penjual tidak punya kupon seperti itu.',
  'problem.stock-not-found': 'Penjual tidak mencatat stok produk ini.',
  'problem.quote-not-found': 'Tidak ada penawaran harga seperti itu.',
  'problem.checkout-not-found': 'Checkout tidak ditemukan.',
  'problem.offer-not-found': 'Penjual tidak menawarkan produk ini.',
  'problem.webhook-not-found': 'Webhook tidak ditemukan.',
  'problem.webhook-exists':
    'Kamu sudah punya webhook di alamat ini. Hapus dulu untuk mengubahnya atau mendapat kunci rahasia baru.',
  'problem.version-mismatch': 'Pengaturan ini sudah berubah. Periksa lagi sebelum mengubahnya.',
  'problem.order-not-visible-yet': 'Pesanan ini belum ada. Kirim lagi peristiwanya.',
  'problem.unknown-event-type':
    'Peristiwa jenis ini belum dipahami di sini dan mungkin menyangkut uang. Kirim lagi setelah jenis ini dikenal.',
  'problem.not-yet-visible': 'Data yang baru disimpan belum bisa ditampilkan. Coba lagi sebentar lagi, ya.',
};
