import { classes } from './classes'
import styles from './icons.module.css'

/** Our own drawings on a 16 by 16 grid, drawn with a line of 1.4: one path each. */
const PATHS = {
  book: 'M8 3.6C6.6 2.6 4.6 2.3 2.2 2.4v10.4c2.4-.1 4.4.2 5.8 1.2 1.4-1 3.4-1.3 5.8-1.2V2.4C11.4 2.3 9.4 2.6 8 3.6Zm0 0V14',
  camera: 'M2 5h2.6l1-1.6h4.8l1 1.6H14v8H2Zm6 6.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8Z',
  check: 'm3.2 8.6 3.2 3.2 6.4-7.4',
  'chevron-down': 'm4 6.2 4 4 4-4',
  'chevron-left': 'm9.8 4-4 4 4 4',
  'chevron-right': 'm6.2 4 4 4-4 4',
  'chevron-up': 'm4 9.8 4-4 4 4',
  clock: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM8 4.6V8l2.4 1.6',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M5.6 5.6V2.4h8v8h-3.2M2.4 5.6h8v8h-8Z',
  document: 'M3.4 1.8h6l3.2 3.2v9.2H3.4Zm6 0V5h3.2M5.6 8h4.8m-4.8 2.8h4.8',
  export: 'M8 10V2m0 0L5.2 4.8M8 2l2.8 2.8M2.4 9.6v4h11.2v-4',
  external: 'M9.6 2.4h4v4m0-4-6 6M12 9.4v4H2.6V4h4',
  eye: 'M1.6 8C3.2 5 5.4 3.6 8 3.6S12.8 5 14.4 8C12.8 11 10.6 12.4 8 12.4S3.2 11 1.6 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  'eye-off':
    'M3.6 5.2A11 11 0 0 0 1.6 8c1.6 3 3.8 4.4 6.4 4.4 1 0 2-.2 2.8-.6m2-1.6A11 11 0 0 0 14.4 8C12.8 5 10.6 3.6 8 3.6c-.6 0-1.2.1-1.7.2M2.4 2.400l11.2 11.2',
  folder: 'M1.8 3.2h4.4l1.4 1.8h6.600v8H1.800Z',
  gear: 'M8 10.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400ZM6.9 1.800h2.200l.4 1.9 1.3.7 1.8-.6 1.1 1.9-1.4 1.300v1.600l1.4 1.3-1.1 1.9-1.8-.6-1.3.7-.4 1.900H6.900l-.4-1.9-1.3-.7-1.8.6-1.1-1.9 1.4-1.300V7L2.3 5.700l1.1-1.9 1.8.6 1.3-.7Z',
  highlight: 'm9.6 2.6 3.8 3.8-5.6 5.6-4-.2-.2-3.800Zm-6 9.4-1.8 2h4',
  import: 'M8 2v8m0 0L5.2 7.200M8 10l2.8-2.800M2.4 9.600v4h11.200v-4',
  info: 'M8 14.200A6.2 6.2 0 1 0 8 1.800a6.2 6.2 0 0 0 0 12.400ZM8 7.200v4M8 4.700v.1',
  key: 'M5.2 13.8a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.800ZM7.3 8.800l6.3-6.300M10.6 5.500l2.2 2.2',
  offline:
    'm4.6 7 4.4 4.4-1.3 1.3a3.1 3.1 0 0 1-4.4-4.4ZM11.4 9 7 4.6l1.3-1.3a3.1 3.1 0 0 1 4.4 4.4ZM1.8 14.2l1.5-1.5M14.2 1.8l-1.5 1.5M6.2 8.6l1.3-1.3M7.4 9.8l1.3-1.3',
  keyboard: 'M1.6 4h12.800v8H1.600Zm2.6 2.600h.1m2.5 0h.1m2.5 0h.1m2.3 0h.1M5 9.600h6',
  link: 'M6.6 9.400a2.6 2.6 0 0 0 3.7 0l2.3-2.300a2.6 2.6 0 0 0-3.7-3.700L8.2 4.100m1.2 2.500a2.6 2.6 0 0 0-3.7 0L3.4 8.900a2.6 2.6 0 0 0 3.7 3.700l.7-.7',
  lock: 'M3.4 7h9.200v7H3.400Zm2-0V4.600a2.6 2.6 0 0 1 5.2 0V7',
  more: 'M3.4 8h.1m4.4 0h.1m4.4 0h.1',
  note: 'M2.4 2.400h11.200v7.800l-3.4 3.400H2.400Zm11.2 7.800h-3.400v3.400M5.2 5.600h5.600M5.2 8.400h3',
  'panel-left': 'M1.8 2.800h12.400v10.400H1.800Zm4.4 0v10.4',
  'panel-right': 'M1.8 2.800h12.400v10.400H1.800Zm8 0v10.4',
  pencil: 'm3 13 .7-3L10.9 2.8l2.3 2.3L6 12.3ZM9.3 4.4l2.3 2.3',
  people:
    'M6 7.600a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.800Zm-4.4 6c.2-2.6 1.8-4 4.4-4s4.2 1.4 4.4 4M10.4 3a2.3 2.3 0 0 1 0 4.400m1.4 2.600c1.6.5 2.5 1.7 2.6 3.6',
  person:
    'M8 7.800a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.600Zm-5.4 6c.3-2.8 2.2-4.2 5.4-4.200s5.1 1.4 5.4 4.2',
  picture: 'M2 2.800h12v10.400H2Zm0 8 3.6-3.6 3.2 3.2 2-2 3.2 3.200M10.8 6h.1',
  plus: 'M8 3v10M3 8h10',
  quote: 'M6.4 4C4.2 4.8 3 6.4 3 9v3h3.400V8.600H4.800M13 4c-2.2.8-3.4 2.4-3.4 5v3H13V8.600h-1.6',
  refresh: 'M13.4 6A5.8 5.8 0 0 0 3 5.200M2.6 2.400v3h3M2.6 10a5.8 5.8 0 0 0 10.4.8m.4 2.800v-3h-3',
  search: 'M7 11.800a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.600ZM10.5 10.5 14 14',
  tag: 'M2.2 2.200h5.600l6 6-5.6 5.6-6-6ZM5.2 5.200h.1',
  text: 'M1.6 12.6 5 3.800l3.4 8.800M2.8 9.800h4.400m3 2.8 2-5.4 2 5.400m-3.4-1.800h2.8',
  trash: 'M2.6 4.200h10.800M6 4V2.400h4V4M4 4.200l.6 9.400h6.800l.6-9.400M6.6 7v4m2.8-4v4',
  underline: 'M4.4 2.400v5a3.6 3.6 0 0 0 7.2 0v-5M3.2 13.600h9.6',
  undo: 'M5.6 3 2.6 6l3 3M2.6 6h6.600a4 4 0 0 1 0 8H6',
  warning: 'M8 2 1.6 13.400h12.800ZM8 6.400v3.400m0 1.900v.1',
} as const satisfies Record<string, string>

export type IconName = keyof typeof PATHS

/** A picture beside words, or inside a named button: never the only name of anything. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={classes(styles.icon, className)}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.4"
      viewBox="0 0 16 16"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
