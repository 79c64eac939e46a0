// Lists that the server gives page by page, put together.
export const LARGEST_PAGE = 100

interface Page<Row> {
  data: Row[]
  pagination: { readonly total_pages?: number }
}

/** The rows of all pages, in order. */
export async function allRows<Row>(pageOf: (page: number) => Promise<Page<Row>>): Promise<Row[]> {
  const first = await pageOf(1)
  const others = Array.from({ length: Math.max((first.pagination.total_pages ?? 1) - 1, 0) }, (_, index) => pageOf(index + 2))
  return [first, ...(await Promise.all(others))].flatMap(({ data }) => data)
}
