/** The product's mark: a target on blue. */
export function ProductMark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <rect width="20" height="20" rx="4" fill="#0f6cbd" />
      <path
        d="M10 4v3m0 6v3M4 10h3m6 0h3M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z"
        fill="none"
        stroke="#fff"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
