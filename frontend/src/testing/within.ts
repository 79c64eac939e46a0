import { render } from '@testing-library/vue'
import type { Plugin } from 'vue'

/** What a composable gives in a component that uses it. */
export function within<Given>(composable: () => Given, ...plugins: Plugin[]): Given {
  const given: Given[] = []
  const user = {
    setup() {
      given.push(composable())
      return () => null
    },
  }
  render(user, { global: { plugins } })
  return given[0] as Given
}
