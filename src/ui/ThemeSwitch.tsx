import type { ThemeChoice } from '../domain/settings.ts';
import { Menu } from './Menu.tsx';
import { words } from './words.ts';

interface ThemeSwitchProps {
  readonly theme: ThemeChoice;
  readonly onChange: (theme: ThemeChoice) => void;
}

const choices: readonly { theme: ThemeChoice; label: string }[] = [
  { theme: 'system', label: words.themeSystem },
  { theme: 'light', label: words.themeLight },
  { theme: 'dark', label: words.themeDark },
];

export function ThemeSwitch({ theme, onChange }: ThemeSwitchProps) {
  return (
    <Menu
      label={words.theme}
      icon="theme"
      items={choices.map((choice) => ({
        id: choice.theme,
        label: choice.label,
        checked: choice.theme === theme,
        onSelect: () => onChange(choice.theme),
      }))}
    />
  );
}
