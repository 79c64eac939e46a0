// Renders a component within the app, among routes of the test's own.
import type { QueryClient } from '@tanstack/vue-query'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { render, type RenderResult } from '@testing-library/vue'
import { defineComponent, h, type Component } from 'vue'
import type { Router } from 'vue-router'
import { VApp } from 'vuetify/components'

import { appWith, type AppOptions } from './app'

export interface Rendered extends RenderResult {
  router: Router
  user: UserEvent
  queryClient: QueryClient
}

export interface RenderOptions extends AppOptions {
  props?: Record<string, unknown>
}

const nowhere = { path: '/:rest(.*)*', component: { render: () => null } }

export async function renderInApp(component: Component, { props, ...options }: RenderOptions = {}): Promise<Rendered> {
  const { router, queryClient, plugins } = await appWith({ ...options, routes: [...(options.routes ?? []), nowhere] })
  const page = defineComponent({ render: () => h(VApp, () => h(component, props)) })
  const rendered = render(page, { global: { plugins } })
  return Object.assign(rendered, { router, queryClient, user: userEvent.setup({ delay: null }) })
}
