import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/lanes.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { readBeginnings } from './app/beginnings'

/** Reads what the first picture depends on, then draws it: one paint, in the right theme and language. */
async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no root')
  const beginnings = await readBeginnings()
  createRoot(root).render(
    <StrictMode>
      <App beginnings={beginnings} />
    </StrictMode>,
  )
}

void start()
