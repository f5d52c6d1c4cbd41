/** What each task of the dialog gets. */
export type TaskProps = {
  readonly libraryName: string
  readonly isBusy: boolean
  /** While work is being done the dialog cannot be left. */
  readonly onBusy: (busy: boolean) => void
  readonly onBack: () => void
}
