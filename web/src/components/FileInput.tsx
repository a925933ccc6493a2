import { useId } from "react";

type Props = { label: string; accept?: string; onFile: (file: File) => void };

/** Chooses one file, which stays on the device. */
export function FileInput({ label, accept, onFile }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        className="file:bg-card file:border-line file:text-ink border-line mt-1 block min-h-12 w-full cursor-pointer rounded-lg border-2 border-dashed p-2 text-sm file:me-3 file:min-h-9 file:cursor-pointer file:rounded-lg file:border-2 file:px-3 file:font-semibold"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          target.value = ""; // the same file may be chosen again
        }}
      />
    </div>
  );
}
