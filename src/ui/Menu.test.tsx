// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Menu } from './Menu.tsx';

afterEach(cleanup);

function open(onSelect = vi.fn()) {
  render(
    <Menu
      label="More"
      items={[
        { id: 'reset', label: 'Reset', onSelect },
        { id: 'tests', label: 'Show tests', disabled: true, onSelect },
        { id: 'solution', label: 'Show solution', onSelect },
      ]}
    />,
  );
  const button = screen.getByRole('button', { name: 'More' });
  fireEvent.click(button);
  return { button, menu: screen.getByRole('menu', { name: 'More' }), onSelect };
}
const focused = () => document.activeElement?.textContent;

describe('Menu', () => {
  it('opens on its first item and says that it is open', () => {
    const { button } = open();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('Reset');
  });

  it('walks with arrows, Home, End and first letters', () => {
    const { menu } = open();
    fireEvent.keyDown(menu, { key: 'ArrowUp' });
    expect(focused()).toBe('Show solution');
    fireEvent.keyDown(menu, { key: 'ArrowDown' });
    expect(focused()).toBe('Reset');
    fireEvent.keyDown(menu, { key: 'End' });
    expect(focused()).toBe('Show solution');
    fireEvent.keyDown(menu, { key: 'Home' });
    fireEvent.keyDown(menu, { key: 's' });
    expect(focused()).toBe('Show tests');
    fireEvent.keyDown(menu, { key: 's' });
    expect(focused()).toBe('Show solution');
  });

  it('gives focus back when Escape closes it', () => {
    const { button, menu } = open();
    fireEvent.keyDown(menu, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes when the reader presses elsewhere', () => {
    open();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('runs what is chosen and closes, and leaves a disabled item alone', () => {
    const { onSelect } = open();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Show tests' }));
    expect(onSelect).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).not.toBeNull();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Show solution' }));
    expect(onSelect).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('opens at the end with ArrowUp on its button', () => {
    const { button, menu } = open();
    fireEvent.keyDown(menu, { key: 'Escape' });
    fireEvent.keyDown(button, { key: 'ArrowUp' });
    expect(focused()).toBe('Show solution');
  });
});
