import { type mails as english } from '../en/mails.js';

export const mails: Record<keyof typeof english, string> = {
  'mail.open': 'Lihat pesanan',
  'mail.why':
    'Kamu menerima email ini sesuai pengaturan pemberitahuanmu. Di sana kamu bisa memilih email yang kamu terima, atau mematikannya:',
};
