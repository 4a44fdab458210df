name = input("Who? ")
print(f"Hello {name}")
