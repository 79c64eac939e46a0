// Why the first page could not be loaded; null while nothing is wrong. Later ones leave the last page as it is.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** The server is there, but not the files that it told of. */
export class FilesMissing extends Error {}

export const usePageLoad = defineStore('pageLoad', () => {
  const failure = shallowRef<unknown>(null)
  return { failure }
})
