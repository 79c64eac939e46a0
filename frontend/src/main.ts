import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'

import './api/http'
import App from './App.vue'
import { i18n } from './locales'
import { queryClient } from './queries/client'
import { router } from './router'
import { followSession } from './router/guards'
import { vuetify } from './theme'

const app = createApp(App).use(createPinia()).use(i18n).use(vuetify).use(VueQueryPlugin, { queryClient })

followSession(router)
app.use(router).mount('#app')
