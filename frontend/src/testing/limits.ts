// What an installation tells of itself.
import { data } from './backEnd'

export const LIMITS = 'GET /api/limits/'

export const limits = () =>
  data({
    upload_max_bytes: 50 * 1024 ** 2,
    deleted_books_kept_days: 7,
    password_min_characters: 8,
    password_max_characters: 128,
  })
