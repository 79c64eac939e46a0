// What a reader can do with a book, and what is said of it.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Book } from '@/api/generated'
import { useDeleteBook, useReprocessBook, useRestoreBook } from '@/queries/books'
import { useCancelJob } from '@/queries/jobs'
import { useNotices } from '@/stores/notices'

import { useSentence } from './useSentence'

interface BookActions {
  /** Resolves to whether it is done; what is in the way is said to the reader. */
  remove: () => Promise<boolean>
  restore: () => Promise<boolean>
  readAgain: () => Promise<boolean>
  stopReading: (jobId: string) => Promise<boolean>
  isBusy: ComputedRef<boolean>
}

export function useBookActions(book: () => Pick<Book, 'book_id' | 'title'>): BookActions {
  const { t } = useI18n()
  const notices = useNotices()
  const sentence = useSentence()
  const deletion = useDeleteBook()
  const restoration = useRestoreBook()
  const rereading = useReprocessBook()
  const cancellation = useCancelJob()

  async function done(work: Promise<unknown>): Promise<boolean> {
    try {
      await work
      return true
    } catch (error) {
      notices.say(sentence(error))
      return false
    }
  }

  async function remove(): Promise<boolean> {
    const { book_id, title } = book()
    const isDone = await done(deletion.mutateAsync({ path: { book_id } }))
    const undo = { label: t('library.book.undo'), run: () => done(restoration.mutateAsync({ path: { book_id } })) }
    if (isDone) notices.say(t('library.book.deleted', { title: title ?? t('library.untitled') }), { action: undo })
    return isDone
  }

  async function restore(): Promise<boolean> {
    const { book_id, title } = book()
    const isDone = await done(restoration.mutateAsync({ path: { book_id } }))
    if (isDone) notices.say(t('library.book.restored', { title: title ?? t('library.untitled') }))
    return isDone
  }

  return {
    remove,
    restore,
    readAgain: () => done(rereading.mutateAsync({ path: { book_id: book().book_id } })),
    stopReading: (jobId) => done(cancellation.mutateAsync({ path: { job_id: jobId } })),
    isBusy: computed(() => [deletion, restoration, rereading, cancellation].some(({ isPending }) => isPending.value)),
  }
}
