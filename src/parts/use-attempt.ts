import { useState } from 'react';

/** Something that the reader started and that may fail, such as a sign-in: whether it runs, and why it failed. */
export function useAttempt() {
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: string }>({
    busy: false,
    problem: '',
  });
  async function attempt(action: () => Promise<void>): Promise<void> {
    setState({ busy: true, problem: '' });
    try {
      await action();
      setState({ busy: false, problem: '' });
    } catch (error) {
      setState({ busy: false, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { ...state, attempt };
}
