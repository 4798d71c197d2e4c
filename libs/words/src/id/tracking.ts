import { type tracking as english } from '../en/tracking.js';

export const tracking: Record<keyof typeof english, string> = {
  'scan.arranged': 'Paket siap diserahkan ke kurir.',
  'scan.shipped': 'Paket sudah di tangan kurir.',
  'scan.collected': 'Kurir sudah menjemput paket.',
  'scan.picked-up': 'Kurir sudah menjemput paket.',
  'scan.received': 'Paket sudah diterima kurir.',
  'scan.arrived': 'Paket tiba di gudang transit.',
  'scan.departed': 'Paket meninggalkan gudang transit.',
  'scan.in-transit': 'Paket dalam perjalanan.',
  'scan.in-customs': 'Paket di bea cukai.',
  'scan.customs': 'Paket di bea cukai.',
  'scan.out-for-delivery': 'Paket sedang diantar kurir.',
  'scan.delivery-attempted': 'Tidak ada yang menerima paket; kurir akan mencoba lagi.',
  'scan.delivery-failed': 'Kurir tidak berhasil mengantar paket.',
  'scan.ready-for-pickup': 'Paket menunggu diambil.',
  'scan.held': 'Paket ditahan kurir.',
  'scan.exception': 'Kurir melaporkan masalah dengan paket.',
  'scan.delivered': 'Paket sudah diserahkan.',
  'scan.returned-to-sender': 'Paket dalam perjalanan kembali ke penjual.',
  'scan.returned': 'Paket sudah kembali ke pengirim.',
  'unknown-scan': 'Kurir: {words}.',
};
