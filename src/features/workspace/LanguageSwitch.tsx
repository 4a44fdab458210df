/** Chooses the language of the statement; there is none to choose where nothing is translated. */
import '../../ui/field.css';
import { useId } from 'react';
import { words } from './words.ts';

interface LanguageSwitchProps {
  readonly languages: readonly string[];
  readonly current: string;
  readonly onChange: (language: string) => void;
}

export function LanguageSwitch({ languages, current, onChange }: LanguageSwitchProps) {
  const id = useId();
  if (languages.length < 2) return null;
  return (
    <span className="statement__language">
      <label htmlFor={id}>{words.statement.language}</label>
      <select
        id={id}
        className="field"
        value={current}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {nameOf(language)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** A language by its own name: who reads it, finds it. */
function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
