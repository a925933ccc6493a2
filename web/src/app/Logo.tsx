/** Two houses on a street sign; the taller one is also a bar that grows. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-10">
      <rect width="32" height="32" rx="7" fill="var(--enamel)" />
      <rect x="2.5" y="2.5" width="27" height="27" rx="5" fill="none" stroke="#fff" strokeWidth="1.4" />
      <path d="M6.5 24V16l4-3.5 4 3.5v8zM16 24V11l5-4.5 5 4.5v13z" fill="#fff" />
      <path d="M19 24v-5h4v5zM9 24v-4h3v4z" fill="#ffc233" />
    </svg>
  );
}
